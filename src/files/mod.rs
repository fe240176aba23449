//! Formats, presets, atomic saving.
