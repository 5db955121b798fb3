//! A drawing before it becomes SVG: rectangles, areas and lines of text, each with the role of its colour.

/// The role of a colour. Which colour it is depends on the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Ink {
    /// The ground of the picture.
    Ground,
    Text,
    /// Text that says more about another.
    Dim,
    /// Rules, axes and nothing else.
    Faint,
    /// What belongs to an area, by its place in the data.
    Area(usize),
}

/// The side of its place on which a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The text begins there.
    Start,
    /// The text ends there.
    End,
}

/// A part of a drawing.
#[derive(Clone, Debug)]
pub(super) enum DrawnShape {
    Rectangle {
        from: (f64, f64),
        size: (f64, f64),
        ink: Ink,
        /// Whether it stands for what may be, not for what is.
        is_faint: bool,
    },
    /// A triangle that points to the right from the middle of its left side.
    Arrow { from: (f64, f64), size: (f64, f64), ink: Ink },
    Text {
        /// The left or right end of the base line.
        at: (f64, f64),
        size: f64,
        is_bold: bool,
        anchor: Anchor,
        ink: Ink,
        text: String,
    },
}

/// A drawing of some size.
#[derive(Clone, Debug)]
pub(in crate::export) struct Drawing {
    pub width: f64,
    pub height: f64,
    /// What it shows, for who does not see it.
    pub title: String,
    pub(super) shapes: Vec<DrawnShape>,
}

impl Drawing {
    pub(super) const fn new(width: f64, title: String) -> Self {
        Self { width, height: 0.0, title, shapes: Vec::new() }
    }

    pub(super) fn text(&mut self, at: (f64, f64), size: f64, ink: Ink, text: impl Into<String>) {
        let text = text.into();
        self.shapes.push(DrawnShape::Text { at, size, is_bold: false, anchor: Anchor::Start, ink, text });
    }

    pub(super) fn bold(&mut self, at: (f64, f64), size: f64, anchor: Anchor, ink: Ink, text: impl Into<String>) {
        self.shapes.push(DrawnShape::Text { at, size, is_bold: true, anchor, ink, text: text.into() });
    }

    pub(super) fn rectangle(&mut self, from: (f64, f64), size: (f64, f64), ink: Ink) {
        self.shapes.push(DrawnShape::Rectangle { from, size, ink, is_faint: false });
    }
}
