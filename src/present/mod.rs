//! Connects the two terminals of a presentation: the one that shows the slides, and the speaker's view that follows and
//! leads it.
//!
//! - [`protocol`]: the messages between them.
//! - [`speaker`]: the state of the speaker's view, and its keys. Pure.
//! - [`link`]: the sockets that carry the messages.

pub mod link;
pub mod protocol;
pub mod speaker;
