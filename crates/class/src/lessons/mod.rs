//! The lessons. A new one is one file and one line in [`LESSONS`].
