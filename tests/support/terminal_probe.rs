//! A small application for trying the terminal layer out, by hand or by the tests on a real terminal.
//!
//! ↑ and ↓ move a marker through a list; `p` panics, `d` panics in drawing and `h` in another thread; `e` ends with exit code 3, `m` listens to the mouse, `t` opens a
//! line to type into (Esc closes it), `w` writes more than a terminal takes at once; `q` and Ctrl-C quit. The last row
//! tells what arrived and how often the screen has been drawn.

use cppcc::text::{ColorChoice, ColorDepth};
use std::cell::Cell;
use std::process::ExitCode;

use cppcc::terminal::{Application, Event, Flow, KeyCode, KeyEvent, KeyModifiers, check_terminal, run};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier, Style};

#[derive(Default)]
struct Probe {
    size: (u16, u16),
    selected: usize,
    first: usize,
    typed: Option<String>,
    last: String,
    mouse: bool,
    panics_in_drawing: bool,
    drawn: Cell<u32>,
}

impl Probe {
    fn press(&mut self, pressed: KeyEvent) -> Flow {
        self.last = format!("{:?} {:?}", pressed.code, pressed.modifiers);
        match (pressed.code, pressed.modifiers) {
            (KeyCode::Char('c'), KeyModifiers::CONTROL) => return Flow::Quit(0),
            (KeyCode::Char('z'), KeyModifiers::CONTROL) => return Flow::Suspend,
            _ => {}
        }
        if let Some(text) = &mut self.typed {
            match pressed.code {
                KeyCode::Char(character) => text.push(character),
                _ => self.typed = None,
            }
            return Flow::Continue;
        }
        self.command(pressed.code)
    }

    fn command(&mut self, code: KeyCode) -> Flow {
        match code {
            KeyCode::Char('q') => return Flow::Quit(0),
            KeyCode::Char('e') => return Flow::Quit(3),
            KeyCode::Char('p') => panic!("asked to"),
            KeyCode::Char('d') => self.panics_in_drawing = true,
            KeyCode::Char('h') => drop(std::thread::spawn(|| panic!("asked to"))),
            KeyCode::Char('m') => self.mouse = !self.mouse,
            KeyCode::Char('t') => self.typed = Some(String::new()),
            KeyCode::Char('w') => return Flow::Write(b"\x1b]0;filler\x07".repeat(20_000)),
            KeyCode::Down => self.selected += 1,
            KeyCode::Up => self.selected = self.selected.saturating_sub(1),
            _ => {}
        }
        let rows = usize::from(self.size.1.saturating_sub(3)).max(1);
        self.first = self.first.clamp((self.selected + 1).saturating_sub(rows), self.selected);
        Flow::Continue
    }
}

impl Application for Probe {
    fn handle(&mut self, event: Event) -> Flow {
        match event {
            Event::Key(pressed) => return self.press(pressed),
            Event::Paste(text) => self.last = format!("Paste {text}"),
            Event::Mouse(report) => self.last = format!("{:?} {},{}", report.kind, report.column, report.row),
            Event::Resize(width, height) => self.size = (width, height),
            Event::Tick | Event::Wake => {}
        }
        Flow::Continue
    }

    fn draw(&self, buffer: &mut Buffer) {
        assert!(!self.panics_in_drawing, "asked to");
        self.drawn.set(self.drawn.get() + 1);
        let (width, height) = self.size;
        if height < 3 {
            return;
        }
        let title = format!("政协履职看板 {width}x{height}");
        buffer.set_string(0, 0, title, Style::new().add_modifier(Modifier::BOLD));
        for (y, entry) in (1..height - 2).zip(self.first..) {
            let colour = [Color::Indexed(33), Color::Indexed(166), Color::Reset][entry % 3];
            let marker = if entry == self.selected { "▶" } else { " " };
            buffer.set_string(0, y, marker, Style::new());
            buffer.set_string(2, y, format!("第{entry:04}件提案，立案并交付承办单位办理"), Style::new().fg(colour));
        }
        if let Some(text) = &self.typed {
            buffer.set_string(0, height - 2, format!("> {text}"), Style::new());
        }
        buffer.set_string(0, height - 1, &self.last, Style::new().fg(Color::DarkGray));
    }

    fn cursor(&self) -> Option<Position> {
        let text = self.typed.as_ref()?;
        let column = u16::try_from(2 + cppcc::text::width(text)).unwrap_or(u16::MAX);
        Some(Position::new(column.min(self.size.0.saturating_sub(1)), self.size.1.saturating_sub(2)))
    }

    fn mouse(&self) -> bool {
        self.mouse
    }
}

fn main() -> ExitCode {
    if let Err(reason) = check_terminal() {
        eprintln!("{}", reason.phrase().en);
        return ExitCode::from(2);
    }
    let variable = |name: &str| std::env::var(name).ok();
    let depth = ColorDepth::detect(ColorChoice::Auto, variable);
    let mut probe = Probe::default();
    let result = run(&mut probe, depth);
    if let Ok(path) = std::env::var("PROBE_FRAMES") {
        let _ = std::fs::write(path, probe.drawn.get().to_string());
    }
    match result {
        Ok(exit) => ExitCode::from(exit.code()),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
