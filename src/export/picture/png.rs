//! Turns an SVG picture into a PNG, with a font of the system.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::Arc;

/// Why there is no PNG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PngError {
    /// No font of the system has Chinese, so its characters would be empty boxes.
    NoChineseFont,
    /// At this scale it has more points than there is memory for.
    TooLarge,
    /// The picture can't be drawn: a fault of the program.
    NotDrawn,
}

/// The families that have Chinese, in the order in which they are looked for.
const FAMILIES: [&str; 18] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Sarasa Gothic SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Serif CJK SC",
    "Droid Sans Fallback",
    "SimHei",
    "SimSun",
    "FangSong",
    "AR PL UMing CN",
    "Noto Sans CJK JP",
    "Unifont",
];

/// The most points on a side.
const MOST: f32 = 20_000.0;

/// Draws an SVG picture as the bytes of a PNG file, enlarged so many times.
///
/// # Errors
/// Where no font has Chinese, and where the picture would be too large.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    let family = chinese_family(&fonts).ok_or(PngError::NoChineseFont)?;
    fonts.set_sans_serif_family(&family);
    if !has_family(&fonts, "DejaVu Sans Mono") {
        fonts.set_monospace_family(&family);
    }
    let options = Options { font_family: family, fontdb: Arc::new(fonts), ..Options::default() };
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

/// Returns the first family that is installed and has Chinese.
fn chinese_family(fonts: &fontdb::Database) -> Option<String> {
    FAMILIES.into_iter().find(|family| has_family(fonts, family)).map(str::to_owned)
}

fn has_family(fonts: &fontdb::Database, family: &str) -> bool {
    fonts.faces().any(|face| face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family)))
}
