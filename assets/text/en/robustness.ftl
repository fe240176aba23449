# Why a simulation cannot begin, and in `remedy` what to do about it.

robustness-no-options = there are no options, so there is nothing to compare
    .remedy = add at least one of them
robustness-no-criteria = there are no criteria, so there is nothing to compare
    .remedy = add at least one of them
robustness-too-many = there are { $options } options, and each is compared with each other in every sample
    .remedy = leave at most { $most }
robustness-no-samples = no samples were asked for
    .remedy = ask for at least one
robustness-distance = weights cannot lie within { $distance } of those given
    .remedy = use a distance above 0, such as 0.1
robustness-shape = there are { $given } numbers for { $criteria } criteria
    .remedy = give one for each
robustness-not-a-number = a limit on the weights is not a number
    .remedy = give numbers only
robustness-infeasible = no weights meet all limits
    .remedy = widen an interval or leave out a constraint
robustness-uncertain = it cannot be told whether any weights meet all limits ({ $reason })
    .remedy = use numbers of the order of 1

# Of what is known of the weights; the words stay as they are.
information-how-to-write = write free, ranked, or within= and a distance above 0, such as within=0.1
