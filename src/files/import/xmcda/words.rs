//! What can be wrong with XMCDA, and what of it is not read, in words.

use crate::text::{List, Message, Nth, messages};

messages! {
    /// Why a file is not read, and what to do. `kind` is `alternative` or `criterion`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum XmcdaFlaw in "xmcda", exact {
        NotXmcda,
        TooNew { version: u32, newest: u32 },
        Stranger { kind: &'static str, id: String },
        NoDecision,
        OnlyOthers { sections: List },
        TooManyCriteria { most: usize },
        NoId { kind: &'static str },
        IdTwice { kind: &'static str, id: String },
        WhosePerformance,
        WhichCriterion,
        TwiceInHierarchy { id: String },
        TwoViewpointsCalled { name: String },

        /// Where it is. What is wrong stands in `what`, and `remedy` is its own; see [`within`].
        On { option: String, criterion: String, what: Message, remedy: Message },
        Of { criterion: String, what: Message, remedy: Message },
        TwoPerformances,
        ManyLabels { labels: usize },
        NoPreference { known: List },
        NoLimit,
        NoDirection { text: String },
        NoLabelOf { number: f64 },
        NoLabel,
        NoLabelCalled { name: String },
        NotANumber { text: String },
        NoFraction,
        NoTruth { text: String },
        NoPoints,

        NestedTooDeeply,
        OwnEntity { name: String },
        /// What the parser says is English.
        BadAttribute { parser: String },
        EndsWithin,
        NoXml { parser: String },
    }
}

messages! {
    /// What the file holds and the decision does not, for whoever goes on with it.
    #[derive(Clone, Debug, PartialEq)]
    pub enum XmcdaRemark in "xmcdaRemark" {
        FirstTable { count: usize },
        FirstTableCalled { count: usize, name: String },
        InactiveCriterion { id: String },
        InactiveAlternative { id: String },
        /// `what` is one of the next, about a criterion.
        About { criterion: String, what: Message },
        UnknownThreshold { name: String },
        ThresholdNotConstant { name: String },
        FunctionBesideLabels,
        OneEnd,
        EvenSteps,
        NotOfLines,
        ValuesNotRead,
        ValuesCalledNotRead { name: String },
        SectionsNotRead { sections: List },
    }
}

messages! {
    /// What is called so that has no name in the file.
    #[derive(Clone, Debug, PartialEq)]
    pub enum XmcdaName in "xmcdaName" {
        Level { number: Nth },
        Viewpoint { number: Nth },
    }
}

/// What is wrong with a part, with the place where it is, such as `XmcdaFlaw::Of`.
pub fn within(flaw: impl Into<Message>, place: impl FnOnce(Message, Message) -> XmcdaFlaw) -> XmcdaFlaw {
    let flaw = flaw.into();
    let remedy = flaw.remedy().unwrap_or_else(|| flaw.clone());
    place(flaw, remedy)
}
