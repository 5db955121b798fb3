//! Frames that are drawn before they are asked for, while the reader looks at the screen.

use super::appearance::Appearance;
use super::dashboard::draw;
use crate::app::presentation::command::SlideCommand;
use crate::app::{Action, Effect, Preparation, State};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What actions that are likely to come next would leave behind, and the frame of the one that came.
///
/// A frame stands for one action upon one state. So whoever changes the state by anything else says so first, with
/// [`Self::begin_event`] and [`Self::end_event`] around each event: what was drawn before serves that event alone.
#[derive(Debug, Default)]
pub struct FramesAhead {
    /// The action that came last.
    last: Option<Action>,
    current: Vec<FrameAhead>,
    /// Those that no longer stand for anything. To free them takes longer than a key may wait.
    past: Vec<FrameAhead>,
    /// The frame of the state as it is.
    drawn: Option<Buffer>,
}

/// What an action would leave behind.
#[derive(Debug)]
struct FrameAhead {
    action: Action,
    state: State,
    frame: Buffer,
}

impl FramesAhead {
    /// Forgets the frame of the state, which is about to change.
    pub fn begin_event(&mut self) {
        self.drawn = None;
    }

    /// Forgets what was drawn of the state as it was before.
    pub fn end_event(&mut self) {
        self.past.append(&mut self.current);
    }

    /// Applies an action to the state that the frames were drawn of, or takes what it would leave behind where that is known.
    pub fn apply(&mut self, state: &mut State, action: Action) -> Effect {
        self.last = Some(action);
        let Some(place) = self.current.iter().position(|ahead| ahead.action == action) else {
            let effect = state.apply(action);
            if effect != Effect::None {
                // Whoever carries it out may change the data, and shares them with nobody.
                (self.current, self.past) = (Vec::new(), Vec::new());
            }
            return effect;
        };
        let FrameAhead { state: after, frame, .. } = self.current.swap_remove(place);
        let clock = state.clock();
        *state = after;
        if let Some(clock) = clock {
            state.apply(Action::Present(SlideCommand::Tick(clock)));
        }
        self.drawn = Some(frame);
        Effect::None
    }

    /// Takes out the frame of the state, where it was drawn ahead.
    pub fn take_frame(&mut self) -> Option<Buffer> {
        self.drawn.take()
    }

    /// Prepares one thing that is likely to be asked next, and returns whether there may be more. It is called with 0, 1 and so on
    /// as long as nothing happens.
    pub fn prepare(&mut self, state: &State, appearance: Appearance, step: usize) -> bool {
        self.past.clear();
        match state.prepare(step, self.last) {
            Preparation::Draw(action) => self.draw_after(action, state, appearance),
            Preparation::WorkedOut => {}
            Preparation::Nothing => return false,
        }
        true
    }

    /// Draws what an action would leave behind, if it asks for nothing but to draw.
    fn draw_after(&mut self, action: Action, state: &State, appearance: Appearance) {
        if self.current.iter().any(|ahead| ahead.action == action) {
            return;
        }
        // A copy shares what is worked out.
        let mut after = state.clone();
        if after.apply(action) != Effect::None {
            return;
        }
        let (width, height) = after.size();
        let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
        draw(&after, appearance, &mut frame);
        self.current.push(FrameAhead { action, state: after, frame });
    }
}
