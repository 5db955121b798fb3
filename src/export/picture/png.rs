//! Turns an SVG picture into a PNG, with a font of the system.

use crate::text::{Phrase, Text};

/// Why there is no PNG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PngError {
    /// The program was built without the feature `png`.
    NotBuilt,
    /// No font of the system has Chinese, so its characters would be empty boxes.
    NoChineseFont,
    /// At this scale it has more points than there is memory for.
    TooLarge,
    /// The picture can't be drawn: a fault of the program.
    NotDrawn,
}

impl PngError {
    /// Says what is in the way, and what helps.
    #[must_use]
    pub fn text(self) -> Text {
        let phrase = match self {
            Self::NotBuilt => Phrase {
                zh: "此程序编译时未含 png 功能，不能生成 PNG；请改存 .svg",
                en: "this program was built without the feature `png`; write an .svg instead",
            },
            Self::NoChineseFont => Phrase {
                zh: "系统中没有含汉字的字体，不能生成 PNG；请安装一种（如 fonts-noto-cjk），或改存 .svg",
                en: "no font of the system has Chinese, so no PNG can be drawn; install one (such as fonts-noto-cjk), or write an .svg",
            },
            Self::TooLarge => Phrase {
                zh: "图片太大：每边至多 20000 点；请减小 --scale 或 --size",
                en: "the picture is too large: 20,000 points on a side are the most; choose a smaller --scale or --size",
            },
            Self::NotDrawn => Phrase { zh: "图片未能生成", en: "the picture can't be drawn" },
        };
        phrase.into()
    }
}

/// Draws an SVG picture as the bytes of a PNG file, enlarged so many times.
///
/// # Errors
/// Where no font has Chinese, where the picture would be too large, and where the program is built without this.
#[cfg(feature = "png")]
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    use super::fonts::fonts;
    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{Options, Tree};
    /// The most points on a side.
    const MOST: f32 = 20_000.0;
    let (fontdb, font_family) = fonts().ok_or(PngError::NoChineseFont)?;
    let options = Options { font_family, fontdb, ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|_| PngError::NotDrawn)?;
    let [width, height] = [tree.size().width(), tree.size().height()].map(|side| (side * scale).ceil());
    if width.max(height) > MOST {
        return Err(PngError::TooLarge);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number within the most")]
    let (width, height) = (width as u32, height as u32);
    let mut pixels = Pixmap::new(width, height).ok_or(PngError::TooLarge)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|_| PngError::NotDrawn)
}

/// Says that the program can't draw pictures as PNG.
///
/// # Errors
/// In every case.
#[cfg(not(feature = "png"))]
pub const fn png(_: &str, _: f32) -> Result<Vec<u8>, PngError> {
    Err(PngError::NotBuilt)
}
