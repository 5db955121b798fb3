//! Groups of bindings in the help.

use crate::text::Phrase;

/// A group of bindings, with a heading in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BindingGroup {
    /// Moving the cursor, and from pane to pane.
    Move,
    /// Changing the view of the same data.
    Look,
    /// Going to another screen, and back.
    Go,
    /// Copying words, and the settings of the interface.
    Words,
    Leave,
}

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

impl BindingGroup {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Go, Self::Look, Self::Move, Self::Words, Self::Leave];

    /// Returns the heading of the group in the help.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Move => phrase("移动", "Move"),
            Self::Look => phrase("查看方式", "View"),
            Self::Go => phrase("前往", "Go to"),
            Self::Words => phrase("复制与设置", "Copy and settings"),
            Self::Leave => phrase("帮助与退出", "Help and quit"),
        }
    }
}
