//! All entries as far as they could be read.

use super::article::ArticleDraft;
use super::deck::DeckDraft;
use super::entities::{AbsenceDraft, AreaDraft, DenominatorDraft, IndicatorDraft, PackDraft, ThemeDraft};
use super::initiative::InitiativeDraft;
use super::observation::ObservationDraft;

/// All drafts. Those of things with ids stand at the positions of their keys.
pub(super) struct Drafts {
    pub packs: Vec<PackDraft>,
    pub themes: Vec<ThemeDraft>,
    pub indicators: Vec<IndicatorDraft>,
    pub areas: Vec<AreaDraft>,
    pub denominators: Vec<DenominatorDraft>,
    pub articles: Vec<ArticleDraft>,
    pub observations: Vec<ObservationDraft>,
    pub initiatives: Vec<InitiativeDraft>,
    pub absences: Vec<AbsenceDraft>,
    pub decks: Vec<DeckDraft>,
}
