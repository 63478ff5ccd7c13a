//! Whether what was measured keeps what was promised: pure, and tested on made-up figures.

pub mod budgets;
pub mod figure;
pub mod middle;
pub mod verdict;
