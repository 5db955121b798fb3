//! A figure as a short text, wherever it stands alone: in a table, behind a bar, on a slide.

use crate::app::State;
use crate::domain::{Dataset, Measure, MeasuredFigure};
use crate::text::{CharSet, Lang};
use crate::wording::{extent, observation_value, own_unit};

/// Returns the unit that a figure has of its own, where it stands as printed.
pub(super) fn own_unit_text(state: &State, figure: &MeasuredFigure) -> Option<String> {
    let observation = &state.dataset().observations[figure.observation()];
    let indicator = &state.dataset().indicators[observation.indicator];
    (state.measure() == Measure::Raw).then(|| own_unit(indicator, observation, state.lang())).flatten()
}

/// Returns a figure under the current measure as text.
pub(super) fn figure_text(state: &State, charset: CharSet, figure: &MeasuredFigure) -> String {
    value(state.dataset(), state.lang(), state.measure(), charset, figure)
}

/// Returns a figure under a measure as text.
pub(super) fn value(
    dataset: &Dataset,
    lang: Lang,
    measure: Measure,
    charset: CharSet,
    figure: &MeasuredFigure,
) -> String {
    let signs = match charset {
        CharSet::Unicode => crate::text::CharSet::Unicode,
        CharSet::NoAmbiguous | CharSet::Ascii => crate::text::CharSet::Ascii,
    };
    match &figure.extent {
        Err(why) => why.brief().get(lang).to_owned(),
        Ok(_) if measure == Measure::Raw && figure.observations.len() == 1 => {
            observation_value(&dataset.observations[figure.observation()], lang, signs)
        }
        Ok(bounds) => extent(bounds, measure == Measure::Raw, lang, charset),
    }
}
