//! The tests of the lessons: their laws, and the run.
