//! The fonts of the system, and the one among them that has Chinese.

use resvg::usvg::fontdb::Database;
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

/// Returns the fonts of the system, which are read once, and the family that has Chinese; `None` where none has it.
pub(super) fn fonts() -> Option<(Arc<Database>, String)> {
    static FONTS: OnceLock<Option<(Arc<Database>, String)>> = OnceLock::new();
    FONTS.get_or_init(read).clone()
}

fn read() -> Option<(Arc<Database>, String)> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let family = chinese_family(&fonts)?;
    fonts.set_sans_serif_family(&family);
    if !has_family(&fonts, "DejaVu Sans Mono") {
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
