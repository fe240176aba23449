//! What the ranking rests on.
