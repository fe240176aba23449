# Why a linear program has no optimum.

linear-program-infeasible = no point meets all conditions
linear-program-unbounded = the value has no lower end
linear-program-numeric = the linear program cannot be computed: { $reason }
linear-program-broken-off = the linear program cannot be computed: the search was broken off
