//! Whatever is drawn can be seen: on white and on black, in every theme, at every depth of colour, and in the palettes of
//! usual terminals.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::action::Direction;
use cppcc::app::{Action, Screen, State};
use cppcc::chart::area_colors::AREA_COLORS;
use cppcc::text::{Background, CharSet, ColorDepth, Lang};
use cppcc::view::Appearance;
use itertools::Itertools;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::HashMap;
use support::all_screens::{speaker_views, states};
use support::colour::{BLACK, NAMED, PALETTES, Palette, Rgb, WHITE, contrast, fixed, number, of_palette};
use support::keys::type_in;
use support::library::with_deck;
use support::program::program;
use support::screen::{draw, opened, opened_on};
use support::slides::MINE;

/// The least contrast of letters, and of signs, bars and lines: the level AA of WCAG 2 (1.4.3 and 1.4.11).
const LETTERS: f64 = 4.5;
const SIGNS: f64 = 3.0;

const DEPTHS: [ColorDepth; 4] = [ColorDepth::None, ColorDepth::Sixteen, ColorDepth::Indexed, ColorDepth::True];
const BACKGROUNDS: [Background; 3] = [Background::Dark, Background::Light, Background::Unknown];

/// A terminal as its user sees it.
struct Terminal {
    name: &'static str,
    palette: Palette,
    foreground: Rgb,
    background: Rgb,
    /// Whether it gives the brighter shade of one of the first eight colours to bold letters.
    is_bold_bright: bool,
}

/// Every palette on the backgrounds that a theme is for, with the palest letters that are usual there.
fn terminals(background: Background) -> Vec<Terminal> {
    let grounds: &[(Rgb, Rgb)] = match background {
        Background::Dark => &[(BLACK, (170, 170, 170))],
        Background::Light => &[(WHITE, (51, 51, 51))],
        Background::Unknown => &[(BLACK, (170, 170, 170)), (WHITE, (51, 51, 51))],
    };
    let mut terminals = Vec::new();
    for ((name, palette), (background, foreground)) in PALETTES.into_iter().cartesian_product(grounds.iter().copied()) {
        let one = |is_bold_bright| Terminal { name, palette, foreground, background, is_bold_bright };
        terminals.extend([false, true].map(one));
    }
    terminals
}

impl Terminal {
    fn color(&self, color: Color, own: Rgb, is_bold: bool) -> Rgb {
        let of_palette = |number: usize| {
            let number = if is_bold && self.is_bold_bright && number < 8 { number + 8 } else { number };
            of_palette(&self.palette, number)
        };
        fixed(color).or_else(|| number(color).map(of_palette)).unwrap_or(own)
    }

    /// The colours of a cell's sign and of what is behind it.
    fn colors(&self, style: &DrawnStyle) -> (Rgb, Rgb) {
        let behind = self.color(style.bg, self.background, false);
        let mut sign = self.color(style.fg, self.foreground, style.modifier.contains(Modifier::BOLD));
        if style.modifier.contains(Modifier::DIM) {
            // Halfway to what is behind it, as Windows Terminal and iTerm2 have it; xterm and VTE take away less.
            let half = |one: u8, other: u8| u8::midpoint(one, other);
            sign = (half(sign.0, behind.0), half(sign.1, behind.1), half(sign.2, behind.2));
        }
        if style.modifier.contains(Modifier::REVERSED) { (behind, sign) } else { (sign, behind) }
    }
}

/// What a cell looks like, whatever its letter.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct DrawnStyle {
    kind: Kind,
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Kind {
    Letter,
    /// A sign, a part of a bar or of a line.
    Sign,
    /// Nothing but a background.
    Blank,
}

impl DrawnStyle {
    fn of(cell: &Cell) -> Self {
        let is_sign = |sign: char| matches!(sign, '\u{2500}'..='\u{25ff}' | '★' | '☆' | '·');
        let kind = match cell.symbol().chars().next() {
            None | Some(' ') => Kind::Blank,
            Some(sign) if is_sign(sign) => Kind::Sign,
            Some(_) => Kind::Letter,
        };
        Self { kind, fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }
}

/// Every style that some buffers have, with a row where it is seen.
fn styles(buffers: impl IntoIterator<Item = Buffer>) -> HashMap<DrawnStyle, String> {
    let mut styles = HashMap::new();
    for buffer in buffers {
        for row in buffer.content().chunks(usize::from(buffer.area.width)) {
            for cell in row {
                let style = DrawnStyle::of(cell);
                styles.entry(style).or_insert_with(|| row.iter().map(Cell::symbol).collect::<String>());
            }
        }
    }
    styles
}

/// Moves through the rows and columns of every screen, and through the overlays, besides what [`states`] has.
fn moved() -> Vec<State> {
    let mut all = Vec::new();
    for (screen, lang) in Screen::ALL.into_iter().zip([Lang::Zh, Lang::En].into_iter().cycle()) {
        let mut state = opened(lang, (120, 36));
        state.apply(Action::Show(screen));
        for step in 0..15 {
            state.apply(Action::Move(if step % 3 == 2 { Direction::Right } else { Direction::Down }));
            all.push(state.clone());
        }
        state.apply(Action::NextMeasure);
        all.push(state.clone());
        for _ in 0..3 {
            state.apply(Action::NextPane);
            all.push(state.clone());
        }
        for typed in ["tian", "tian↓", "提案 2025", "没有的"] {
            let mut finding = state.clone();
            finding.apply(Action::Find);
            type_in(&mut finding, typed);
            all.push(finding);
        }
        let mut copied = state.clone();
        type_in(&mut copied, "y");
        all.push(copied);
    }
    for typed in ["o", "o↓", "o↓r", "or⇥", "b", "5", "x"] {
        let mut state = opened_on(with_deck(MINE), Lang::Zh, (80, 24));
        state.apply(Action::Present(cppcc::app::SlideCommand::Begin));
        type_in(&mut state, typed);
        all.push(state);
    }
    all
}

#[test]
fn all_that_is_drawn_for_dark_backgrounds_can_be_seen_on_black() {
    assert_visible(Background::Dark);
}

#[test]
fn all_that_is_drawn_for_light_backgrounds_can_be_seen_on_white() {
    assert_visible(Background::Light);
}

#[test]
fn all_that_is_drawn_for_unknown_backgrounds_can_be_seen_on_both() {
    assert_visible(Background::Unknown);
}

fn assert_visible(background: Background) {
    let states: Vec<State> = states(CharSet::Unicode).into_iter().chain(moved()).collect();
    let mut faults = Vec::new();
    for depth in DEPTHS {
        let look = Appearance { depth, background, charset: CharSet::Unicode };
        let screens = states.iter().map(|state| draw(state, look));
        let seen = styles(screens.chain(speaker_views(look)));
        assert!(seen.len() > 8, "{look:?}: {}", seen.len());
        for (terminal, (style, row)) in terminals(background).iter().cartesian_product(&seen) {
            if let Some(found) = too_little_contrast(terminal, look, style) {
                faults.push(format!("{depth:?} {}: {found:.2} {style:?} in {}", terminal.name, row.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.iter().take(40).join("\n"));
}

/// Returns the contrast of a style, where it is too little for its kind.
fn too_little_contrast(terminal: &Terminal, look: Appearance, style: &DrawnStyle) -> Option<f64> {
    let (sign, behind) = terminal.colors(style);
    let (found, least) = match style.kind {
        Kind::Letter => (contrast(sign, behind), LETTERS),
        Kind::Sign => (contrast(sign, behind), SIGNS),
        // The ground of a row is a tint: signs tell which row is selected.
        Kind::Blank if style.bg == Color::Reset || Some(style.bg) == look.selected_row().bg => return None,
        Kind::Blank => (contrast(behind, terminal.background), SIGNS),
    };
    (found < least).then_some(found)
}

#[test]
fn bars_without_block_characters_can_be_seen() {
    for (background, depth) in BACKGROUNDS.into_iter().cartesian_product(DEPTHS) {
        let look = Appearance { depth, background, charset: CharSet::NoAmbiguous };
        for (terminal, place) in terminals(background).iter().cartesian_product(0..AREA_COLORS.len()) {
            let Some(bar) = look.block_background(look.area_mark(place)) else { continue };
            let found = contrast(terminal.color(bar.bg.unwrap(), BLACK, false), terminal.background);
            assert!(found >= SIGNS, "{look:?} {}: {found:.2}", terminal.name);
        }
    }
}

/// What a command writes with `--color always`, as the cells of a terminal.
fn cells_of_output(arguments: &[&str], lang: Lang) -> Vec<(DrawnStyle, String)> {
    let output = program(lang).args(arguments).args(["--color", "always"]).output().unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(text.contains('\x1b'), "{arguments:?} writes no style: {text}");
    let rows = u16::try_from(text.lines().count() + 1).unwrap();
    let mut terminal = vt100::Parser::new(rows, 500, 0);
    terminal.process(text.replace('\n', "\r\n").as_bytes());
    let color = |color| match color {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(number) => NAMED.get(usize::from(number)).copied().unwrap_or(Color::Indexed(number)),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    };
    let styled = |cell: &vt100::Cell| {
        let modifiers = [
            (cell.bold(), Modifier::BOLD),
            (cell.dim(), Modifier::DIM),
            (cell.inverse(), Modifier::REVERSED),
            (cell.underline(), Modifier::UNDERLINED),
        ];
        let modifier = modifiers.into_iter().filter(|(is_on, _)| *is_on).map(|(_, modifier)| modifier).collect();
        let mut drawn = Cell::default();
        drawn.set_symbol(cell.contents()).set_fg(color(cell.fgcolor())).set_bg(color(cell.bgcolor()));
        drawn.modifier = modifier;
        (DrawnStyle::of(&drawn), cell.contents().to_owned())
    };
    let places = (0..rows).cartesian_product(0..500);
    places.filter_map(|(row, column)| terminal.screen().cell(row, column)).map(styled).collect()
}

#[test]
fn what_the_shell_writes_can_be_seen() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("pack.toml"), "[pack]\nid = \"a b\"\nnaem = 1\n").unwrap();
    let faulty = folder.path().to_str().unwrap();
    let commands: [&[&str]; 4] =
        [&["compare"], &["city", "binzhou"], &["show", "qingdao-2025-proposals-filed"], &["check", faulty]];
    let look = Appearance { depth: ColorDepth::Sixteen, background: Background::Unknown, charset: CharSet::Unicode };
    for (arguments, lang) in commands.into_iter().cartesian_product([Lang::Zh, Lang::En]) {
        let cells: HashMap<_, _> = cells_of_output(arguments, lang).into_iter().collect();
        for (terminal, (style, sign)) in terminals(Background::Unknown).iter().cartesian_product(&cells) {
            let found = too_little_contrast(terminal, look, style);
            assert_eq!(found, None, "{arguments:?} {}: {sign} {style:?}", terminal.name);
        }
    }
}
