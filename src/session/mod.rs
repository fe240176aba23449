//! An open document.
