# How many there are of something.

counted-options =
    { $count ->
        [one] { $count } option
       *[other] { $count } options
    }
counted-criteria =
    { $count ->
        [one] { $count } criterion
       *[other] { $count } criteria
    }
counted-levels =
    { $count ->
        [one] { $count } level
       *[other] { $count } levels
    }
counted-scores =
    { $count ->
        [one] { $count } score
       *[other] { $count } scores
    }
counted-checks =
    { $count ->
        [one] { $count } check
       *[other] { $count } checks
    }
counted-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
counted-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
counted-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
counted-new-options =
    { $count ->
        [one] { $count } new option
       *[other] { $count } new options
    }
counted-new-criteria =
    { $count ->
        [one] { $count } new criterion
       *[other] { $count } new criteria
    }
counted-scores-changed =
    { $count ->
        [one] { $count } score changed
       *[other] { $count } scores changed
    }
counted-options-removed =
    { $count ->
        [one] { $count } option removed
       *[other] { $count } options removed
    }
counted-criteria-removed =
    { $count ->
        [one] { $count } criterion removed
       *[other] { $count } criteria removed
    }
# How large a decision is.
counted-size =
    { $options ->
        [one] { $options } option
       *[other] { $options } options
    } × { $criteria ->
        [one] { $criteria } criterion
       *[other] { $criteria } criteria
    }
