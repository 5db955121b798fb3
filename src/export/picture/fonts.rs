//! The fonts of the system, and the one among them that has Chinese.

use resvg::usvg::fontdb::{Database, FaceInfo, Source, Style, Weight};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

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

/// The family in which figures stand in columns.
const MONOSPACE: &str = "DejaVu Sans Mono";

/// Returns the fonts that pictures are drawn with, which are read once, and the family that has Chinese; `None` where none of
/// the system has it.
pub(super) fn fonts() -> Option<(Arc<Database>, String)> {
    static FONTS: OnceLock<Option<(Arc<Database>, String)>> = OnceLock::new();
    FONTS.get_or_init(read).clone()
}

/// Reads the files of the two families into memory: from the system's list a font would be opened anew for each letter.
fn read() -> Option<(Arc<Database>, String)> {
    let mut system = Database::new();
    system.load_system_fonts();
    let family = chinese_family(&system)?;
    let is_drawn = |face: &&FaceInfo| {
        let is_named = face.families.iter().any(|(name, _)| [family.as_str(), MONOSPACE].contains(&name.as_str()));
        is_named && face.style == Style::Normal && [Weight::NORMAL, Weight::BOLD].contains(&face.weight)
    };
    let file = |face: &FaceInfo| match &face.source {
        Source::File(path) => Some(path.clone()),
        Source::Binary(_) => None,
    };
    let files: BTreeSet<PathBuf> = system.faces().filter(is_drawn).filter_map(file).collect();
    let mut fonts = Database::new();
    for bytes in files.iter().filter_map(|file| std::fs::read(file).ok()) {
        fonts.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    // A family may have neither of the two weights.
    let mut fonts = if has_family(&fonts, &family) { fonts } else { system };
    fonts.set_sans_serif_family(&family);
    if !has_family(&fonts, MONOSPACE) {
        fonts.set_monospace_family(&family);
    }
    Some((Arc::new(fonts), family))
}

/// Returns the first family that is installed and has Chinese.
fn chinese_family(fonts: &Database) -> Option<String> {
    FAMILIES.into_iter().find(|family| has_family(fonts, family)).map(str::to_owned)
}

fn has_family(fonts: &Database, family: &str) -> bool {
    fonts.faces().any(|face| face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family)))
}
