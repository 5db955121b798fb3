//! A document as one page of HTML that needs nothing beside it: no script, no request, no font.

mod blocks;
mod page;

pub(super) use page::page;
