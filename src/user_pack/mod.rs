//! The user's own pack: the folder that the program writes figures into, for the form, the shell and the import alike.
//!
//! - `tables` writes entries as TOML, as somebody would by hand.
//! - `plan` says which file each entry goes into, and in which order: whatever has been written when a process dies is sound.
//! - `store` reads, checks, writes and takes back, under the folder's lock. All data in force are checked with the addition
//!   before anything is written, and what stands in a file stays as it is, byte for byte.

mod error;
mod figure_blocks;
mod plan;
mod store;
mod tables;

pub use error::AddError;
pub use store::{Added, UserPack, WrittenPart};
