//! Why a page can't be imported.

use crate::text::Text;

/// The most bytes of a page.
pub const MOST_BYTES: u64 = 8 << 20;

/// Why something is no page that can be cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// It is no text.
    Binary {
        /// The first byte that no text has, from 0.
        offset: usize,
    },
    /// Some bytes are no character of the encoding.
    NotDecodable {
        encoding: &'static str,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// Whether the page ends in the middle of a character.
        is_cut: bool,
    },
    /// It holds no sentence, neither Chinese nor English.
    NoSentence,
}

impl PageError {
    /// Makes the error of bytes that can't be decoded, which follow on a text.
    pub(super) fn not_decodable(before: &str, encoding: &'static str, is_cut: bool) -> Self {
        let line = before.split('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self::NotDecodable { encoding, line, column, is_cut }
    }

    /// Returns what is wrong, and what would be right.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Empty => Text::new("文件是空的", "it is empty"),
            Self::TooLarge => Text::new(
                format!("超过 {} MiB：网页正文不会这样大，请另存为文本", MOST_BYTES >> 20),
                format!("it is larger than {} MiB, and no article is: save its text alone", MOST_BYTES >> 20),
            ),
            Self::Binary { offset } => Text::new(
                format!("不是文本（第 {} 字节）：请把网页另存为 .html 或 .txt", offset + 1),
                format!("it is no text (byte {}): save the page as .html or .txt", offset + 1),
            ),
            Self::NotDecodable { encoding, line, column, is_cut: true } => Text::new(
                format!("第 {line} 行第 {column} 字：文件断在一个字中间（{encoding}），请重新保存"),
                format!(
                    "line {line}, column {column}: it ends in the middle of a character ({encoding}); save it again"
                ),
            ),
            Self::NotDecodable { encoding, line, column, is_cut: false } => Text::new(
                format!("第 {line} 行第 {column} 字不是 {encoding} 编码：请另存为 UTF-8 或 GB18030"),
                format!("line {line}, column {column} is not {encoding}: save it as UTF-8 or GB18030"),
            ),
            Self::NoSentence => Text::new(
                "没有一句中文或英文：不是文章",
                "there is no sentence in it, neither Chinese nor English: it is no article",
            ),
        }
    }
}
