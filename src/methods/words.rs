//! What people call methods and their parameters.

use crate::text::labels;

labels! {
    pub enum MethodLabel in "method" {
        WeightedSum, WeightedProduct, Topsis, Vikor, Copras, Moora, Multimoora, Waspas, Aras, Edas, Cocoso, Mabac,
        Codas, Marcos, Spotis, PrometheeIi, PrometheeI, ElectreI, ElectreIii, Borda, Copeland, Lexicographic,
        Maximin, Pugh
    }
}

labels! {
    /// What a parameter means, in a few words.
    pub enum ParameterLabel in "parameter" {
        VikorV, WaspasLambda, CocosoLambda, CodasTau, ElectreIC, ElectreID
    }
}
