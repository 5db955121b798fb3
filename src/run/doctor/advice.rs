//! Advises which options to set, by what was found.

use super::findings::Findings;
use super::samples::{DrawnWidth, KINDS};
use cppcc::cli::AmbiguousWidth;
use cppcc::text::{ColorChoice, ColorDepth, Phrase, Text, environment};

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const WIDE: Phrase = phrase(
    "本终端把部分符号画成两格，线条会错位：用 --ambiguous wide，或在设置文件写 ambiguous = \"wide\"",
    "This terminal draws some signs in two cells, which puts lines out of place: use --ambiguous wide, or write ambiguous = \"wide\" in the file of settings",
);
const NARROW: Phrase = phrase(
    "本终端把符号画成一格：可去掉 ambiguous = \"wide\"（或用 --ambiguous narrow），线条会更好看",
    "This terminal draws signs in one cell: without ambiguous = \"wide\" (or with --ambiguous narrow) lines look better",
);
const NO_CHINESE: Phrase = phrase(
    "本终端没有把汉字画成两格，可能不是 UTF-8 终端，或没有中文字体：改用 UTF-8 终端，或用 --lang en --ascii",
    "This terminal does not draw Chinese in two cells; it may not be a UTF-8 terminal, or have no Chinese font: use one that is and has, or --lang en --ascii",
);
const CONSOLE: Phrase = phrase(
    "Linux 控制台没有中文字体：从图形终端或 SSH 登录使用，或用 --lang en --ascii",
    "The Linux console has no Chinese font: use a graphical terminal or SSH, or --lang en --ascii",
);
const MUTE: Phrase = phrase(
    "终端没有回答宽度。请看上面两行：两条竖线若未对齐，用 --ambiguous wide；横线若成了问号或方框，用 --ascii",
    "The terminal has not told its widths. Look at the two lines above: where the two bars don't stand below each other, use --ambiguous wide; where the line shows as question marks or boxes, --ascii",
);
const ENCODING: Phrase = phrase(
    "区域设置不是 UTF-8：请设为 zh_CN.UTF-8、en_US.UTF-8 或 C.UTF-8 一类",
    "The locale is not UTF-8: set one like zh_CN.UTF-8, en_US.UTF-8 or C.UTF-8",
);
const COLOURLESS: Phrase = phrase(
    "按 TERM 此终端没有颜色：若其实有，设 TERM=xterm-256color，或用 --color always",
    "By its TERM this terminal has no colours: where it has, set TERM=xterm-256color, or use --color always",
);
const SIXTEEN: Phrase = phrase(
    "只用 16 色。若终端有 256 色，设 TERM=xterm-256color",
    "Sixteen colours are used. Where the terminal has 256, set TERM=xterm-256color",
);
const SMALL: Phrase = phrase(
    "窗口小于 40 列 12 行，看板打不开：请放大",
    "The window is smaller than 40 columns by 12 rows, and the dashboard can't be shown: make it larger",
);
const TMUX: Phrase = phrase(
    "在 tmux 中，复制须先执行 tmux set -g set-clipboard on（写入 ~/.tmux.conf 可长期有效）",
    "In tmux, copying needs `tmux set -g set-clipboard on` (in ~/.tmux.conf: set -g set-clipboard on)",
);
const SCREEN: Phrase = phrase(
    "GNU screen 不转发剪贴板：请换用 tmux，或在 screen 之外使用",
    "GNU screen does not pass the clipboard on: use tmux, or leave screen",
);

impl Findings {
    /// Returns whether the options in force already avoid signs of ambiguous width.
    fn signs_are_plain(&self) -> bool {
        self.ascii || self.ambiguous == AmbiguousWidth::Wide
    }

    /// Returns what the measured widths advise. Chinese comes first: without it no other option helps.
    fn width_advice(&self) -> Option<Phrase> {
        if !self.is_measured() {
            return Some(MUTE);
        }
        let is_right = |cells: u16| {
            KINDS.iter().filter(|kind| kind.cells == cells).all(|kind| self.width(kind) == DrawnWidth::Cells(cells))
        };
        match (is_right(2), is_right(1)) {
            (false, _) => Some(NO_CHINESE),
            (true, false) => (!self.signs_are_plain()).then_some(WIDE),
            (true, true) => (self.ambiguous == AmbiguousWidth::Wide).then_some(NARROW),
        }
    }

    /// Returns what to do about missing colours, unless they are unwanted.
    fn colour_advice(&self) -> Option<Phrase> {
        let is_of_terminal = |name: &str| [environment::TERM, environment::COLORTERM].contains(&name);
        let of_terminal = |name: &str| (self.variable)(name).filter(|_| is_of_terminal(name));
        let natural = ColorDepth::detect(ColorChoice::Auto, of_terminal);
        let is_wanted = (self.variable)(environment::NO_COLOR).is_none() && self.depth == natural;
        match natural {
            ColorDepth::None => is_wanted.then_some(COLOURLESS),
            ColorDepth::Sixteen => is_wanted.then_some(SIXTEEN),
            ColorDepth::Indexed | ColorDepth::True => None,
        }
    }

    /// Returns what to set or to do; nothing if all is well.
    pub(super) fn advice(&self) -> Vec<Text> {
        let is_console = (self.variable)(environment::TERM).as_deref() == Some("linux");
        let is_utf8 = |name: &String| name.to_ascii_lowercase().replace('-', "").contains("utf8");
        let is_small = self.size.0 < 40 || self.size.1 < 12;
        let phrases = [
            is_console.then_some(CONSOLE),
            self.width_advice(),
            self.character_locale().is_some_and(|name| !is_utf8(&name)).then_some(ENCODING),
            self.colour_advice(),
            self.theme_advice(),
            is_small.then_some(SMALL),
            self.is_in_tmux().then_some(TMUX),
            self.is_in_screen().then_some(SCREEN),
        ];
        phrases.into_iter().flatten().map(Text::from).collect()
    }
}
