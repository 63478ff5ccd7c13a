//! The reader's app.
