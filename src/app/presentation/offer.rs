//! Going on where a presentation of the same deck broke off: its page is offered, and the next key takes it or not.

use super::show::{OfferedPage, Presentation};
use crate::app::state::State;
use crate::deck::SlideIndex;
use crate::text::Text;

impl State {
    /// Offers to go on at a page. The next key answers.
    pub fn offer_page(&mut self, offered: OfferedPage) {
        let last = self.last_slide();
        let Some(presentation) = &mut self.presentation else { return };
        if offered.slide == SlideIndex::FIRST || offered.slide > last {
            return;
        }
        presentation.offered = Some(offered);
        let number = offered.slide.number().get();
        self.notify(Text::new(
            format!("上次放到第 {number} 页中断：Enter 从该页接着放，→ 从头放"),
            format!("It broke off at slide {number}: Enter goes on there, → from the start"),
        ));
    }

    /// Takes the offer back: any other key than the one that takes it has answered no.
    pub(in crate::app) fn forget_offer(&mut self) {
        if let Some(presentation) = &mut self.presentation {
            presentation.offered = None;
        }
    }
}

impl Presentation {
    /// Goes on at the page that is offered; returns whether there is one.
    pub(super) fn take_offer(&mut self) -> bool {
        let Some(OfferedPage { slide, began }) = self.offered.take() else { return false };
        self.slide = slide;
        self.began = began.unwrap_or(self.began);
        true
    }
}
