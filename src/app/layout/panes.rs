//! Lays out the panes for a terminal of a given size. Scrolling and paging use it too, as they need the number of
//! visible rows.

use crate::app::screen::{Pane, Screen};
use ratatui::layout::Rect;

/// The smallest usable terminal, in columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);

/// The smallest width with all three panes; below it, one is shown at a time.
const STACKED: u16 = 80;
/// The smallest width with the bars and the drilldown beside the table.
const BESIDE: u16 = 110;
/// The smallest width with three columns.
const THREE_COLUMNS: u16 = 168;
/// The smallest height with a free line below the tabs.
const AIRY: u16 = 28;

/// The rectangles of the dashboard's parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The line with the tabs.
    pub header: Rect,
    /// The line with the keys.
    pub footer: Rect,
    pub body: Rect,
    /// The visible panes, each with its rectangle.
    pub panes: Vec<(Pane, Rect)>,
    /// The lines between panes, each one cell wide or one cell high.
    pub rules: Vec<Rect>,
}

/// How much room the panes of Compare would take if they could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedRoom {
    /// The rows of bars.
    pub bars: usize,
    /// The rows of the trend below them.
    pub trend: usize,
    /// The columns of a table whose names are not cut.
    pub table: u16,
}

/// Whether a terminal of this width shows one pane at a time, so that nothing is left to enlarge.
#[must_use]
pub const fn has_one_pane(width: u16) -> bool {
    width < STACKED
}

impl Layout {
    /// Lays out a terminal of `size`. With `zoomed`, or on a narrow terminal, the focused pane takes the whole body. A terminal
    /// that is too small has no panes.
    #[must_use]
    pub fn new(size: (u16, u16), screen: Screen, wanted: WantedRoom, focus: Pane, zoomed: bool) -> Self {
        let WantedRoom { bars, trend, table } = wanted;
        let (width, height) = size;
        let header = Rect::new(0, 0, width, height.min(1));
        let footer = Rect::new(0, height.saturating_sub(1), width, height.min(1));
        let top = if height >= AIRY { 2 } else { 1 };
        let body = Rect::new(0, top, width, height.saturating_sub(top + 1));
        let mut layout = Self { header, footer, body, panes: Vec::new(), rules: Vec::new() };
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return layout;
        }
        let rows = |bars: usize, others: u16| u16::try_from(bars).unwrap_or(u16::MAX).saturating_add(others);
        if zoomed || has_one_pane(width) {
            layout.panes.push((focus, body));
        } else if screen != Screen::Compare {
            layout.list_and_drilldown(body, screen, table);
        } else if width < BESIDE {
            layout.stack(body, rows(bars, 4).min(body.height / 2));
        } else if width < THREE_COLUMNS {
            layout.beside(body, table, rows(bars + trend, 5).min(body.height / 2 + 1));
        } else {
            layout.three_columns(body, table);
        }
        layout
    }

    /// Lays out two panes: the list, grid or article, and the details of its selection. A grid takes what its names want.
    fn list_and_drilldown(&mut self, body: Rect, screen: Screen, wanted: u16) {
        // A grid and a time axis need the width; running text does not.
        let wide = match screen {
            Screen::Coverage => Some(wanted.clamp(wide_main(body), wide_main(body).max(body.width * 2 / 3))),
            Screen::TIMELINE => Some((body.width * 3 / 5).clamp(wide_main(body), 130)),
            Screen::Compare | Screen::Reader | Screen::List(_) => None,
        };
        let (main, rule, drilldown) = if body.width < BESIDE {
            let below = (body.height * 2 / 5).clamp(5, 20);
            rows(body, body.height - below - 1).into()
        } else {
            columns(body, wide.unwrap_or((body.width * 11 / 20).min(110))).into()
        };
        let drilldown = if rule.width == 1 { inset(drilldown) } else { drilldown };
        self.panes = vec![(Pane::Main, main), (Pane::Drilldown, drilldown)];
        self.rules = vec![rule];
    }

    /// Lays out the table above the bars and the drilldown. With `bars_height` rows the bars have room for their title, for
    /// the order, and for two lines that say why figures are not ranked.
    fn stack(&mut self, body: Rect, bars_height: u16) {
        let below = (body.height * 2 / 5).max(bars_height).clamp(5, 20);
        let [table, rule, below] = rows(body, body.height - below - 1);
        let half = below.width * 9 / 20;
        let [bars, between, drilldown] = columns(below, half);
        self.panes = vec![(Pane::Main, table), (Pane::Bars, bars), (Pane::Drilldown, inset(drilldown))];
        self.rules = vec![rule, between];
    }

    /// Lays out the table on the left, and the bars above the drilldown on the right. Names that would be cut may take a part
    /// of the room on the right, but not so much that bars could not be read.
    fn beside(&mut self, body: Rect, wanted: u16, bars_height: u16) {
        let usual = wide_main(body);
        let [table, between, right] = columns(body, wanted.clamp(usual, usual.max(body.width * 2 / 3)));
        let [bars, rule, drilldown] = rows(right, bars_height);
        self.panes = vec![(Pane::Main, table), (Pane::Bars, inset(bars)), (Pane::Drilldown, inset(drilldown))];
        self.rules = vec![between, rule];
    }

    fn three_columns(&mut self, body: Rect, wanted: u16) {
        let usual = (body.width * 9 / 20).min(110);
        let table = wanted.clamp(usual, usual.max(body.width / 2));
        let [table, first, rest] = columns(body, table);
        let [bars, second, drilldown] = columns(rest, rest.width * 9 / 20);
        self.panes = vec![(Pane::Main, table), (Pane::Bars, inset(bars)), (Pane::Drilldown, inset(drilldown))];
        self.rules = vec![first, second];
    }

    /// Returns the rectangle of a pane, if it is visible.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Option<Rect> {
        self.panes.iter().find(|(of, _)| *of == pane).map(|(_, area)| *area)
    }

    /// Returns whether the terminal is too small to show a pane.
    #[must_use]
    pub const fn is_too_small(&self) -> bool {
        self.panes.is_empty()
    }

    /// Returns the number of visible rows of a table, a grid or a list below its head.
    #[must_use]
    pub fn rows_under_head(&self) -> usize {
        self.pane(Pane::Main).map_or(0, |pane| usize::from(pane.height.saturating_sub(1)))
    }
}

/// Returns the width of a table beside other panes.
fn wide_main(body: Rect) -> u16 {
    (body.width * 5 / 8).clamp(70, 96)
}

/// Splits off `first` columns, and one column for a line, from the rest.
fn columns(area: Rect, first: u16) -> [Rect; 3] {
    let rest = area.width.saturating_sub(first + 1);
    [
        Rect { width: first, ..area },
        Rect { x: area.x + first, width: 1, ..area },
        Rect { x: area.x + first + 1, width: rest, ..area },
    ]
}

/// Splits off `first` rows, and one row for a line, from the rest.
fn rows(area: Rect, first: u16) -> [Rect; 3] {
    let rest = area.height.saturating_sub(first + 1);
    [
        Rect { height: first, ..area },
        Rect { y: area.y + first, height: 1, ..area },
        Rect { y: area.y + first + 1, height: rest, ..area },
    ]
}

/// Returns `area` without its first column.
const fn inset(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: WantedRoom = WantedRoom { bars: 5, trend: 0, table: 90 };

    #[test]
    fn every_pane_stays_inside_and_apart() {
        for width in 1..=220 {
            for height in 1..=70 {
                for (screen, zoomed) in Screen::ALL.into_iter().zip([false, true].into_iter().cycle()) {
                    let layout = Layout::new((width, height), screen, WANTED, Pane::Main, zoomed);
                    let screen = Rect::new(0, 0, width, height);
                    let parts = layout.panes.iter().map(|(_, area)| area).chain(&layout.rules).copied();
                    let parts: Vec<Rect> = parts.collect();
                    for (index, part) in parts.iter().enumerate() {
                        assert_eq!(screen.intersection(*part), *part, "{width}×{height}");
                        for other in parts.iter().skip(index + 1) {
                            assert!(part.intersection(*other).is_empty(), "{width}×{height} {part} {other}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_size_decides_the_arrangement() {
        let compare = Screen::Compare;
        let panes = |width, height| Layout::new((width, height), compare, WANTED, Pane::Main, false).panes.len();
        assert_eq!(panes(39, 24), 0);
        assert_eq!(panes(40, 11), 0);
        assert_eq!(panes(40, 12), 1);
        assert_eq!(panes(80, 24), 3);
        assert_eq!(panes(120, 36), 3);
    }

    #[test]
    fn the_table_takes_what_its_names_need_and_leaves_room_for_bars() {
        let table = |columns, table| {
            let wanted = WantedRoom { table, ..WANTED };
            let layout = Layout::new((columns, 36), Screen::Compare, wanted, Pane::Main, false);
            layout.pane(Pane::Main).map(|pane| pane.width)
        };
        assert_eq!([60, 77, 90].map(|wanted| table(120, wanted)), [Some(75), Some(77), Some(80)]);
        assert_eq!([60, 80, 90].map(|wanted| table(168, wanted)), [Some(75), Some(80), Some(84)]);
    }
}
