//! Exporting what is on the screen of the dashboard, with the writers of `cppcc export` and `cppcc shot`.

use super::export::{format, to_file};
use crate::app::export_dialog::{ScreenContent, ScreenExport};
use crate::cli::options::Global;
use crate::cli::stream::Failure;
use crate::data::{Overwrite, io_words, write_bytes};
use crate::deck::Library;
use crate::domain::compare;
use crate::export::{ChartPicture, ExportRequest, ListFilter, RecordSet, TextStyle, chart_svg, export, png};
use crate::text::{Background, Lang, Text, environment, visible_path};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why nothing was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScreenExportError {
    /// There is a file already.
    Exists,
    /// Something else is in the way.
    Refused(Text),
}

/// The width of a chart in points.
const CHART: f64 = 960.0;

/// How many points of a picture stand for one of a chart or of a screen.
const SHARPNESS: f32 = 2.0;

/// Exports something to a file, and returns where that is. `screen` draws the screen as SVG, where it holds no single chart.
///
/// # Errors
/// Why nothing was written; what was there is unchanged.
pub fn export_screen(
    library: &Library,
    global: &Global,
    asked: &ScreenExport,
    (lang, background): (Lang, Background),
    screen: impl FnOnce() -> String,
) -> Result<PathBuf, ScreenExportError> {
    let path = in_home(&asked.path);
    let overwrite = if asked.replaces { Overwrite::Allowed } else { Overwrite::Never };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let written = match ending.as_deref() {
        Some(ending @ ("svg" | "png")) => {
            let text = chart(library, &asked.content, (lang, background)).unwrap_or_else(screen);
            write_picture(&path, &text, ending == "png", overwrite)
        }
        _ => write_data(library, global, asked, lang, &path, overwrite),
    };
    match written {
        Ok(()) => Ok(std::path::absolute(&path).unwrap_or(path)),
        Err(Failure::Exists(_)) => Err(ScreenExportError::Exists),
        Err(failure) => Err(ScreenExportError::Refused(words(&failure))),
    }
}

/// Returns the path that is meant by one that may begin with `~/`, as in a shell.
fn in_home(typed: &str) -> PathBuf {
    let home = std::env::var_os(environment::HOME).filter(|home| !home.is_empty());
    match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(typed),
    }
}

/// Draws the chart of the one indicator that is exported; `None` where it is not one.
fn chart(library: &Library, content: &ScreenContent, (lang, background): (Lang, Background)) -> Option<String> {
    let [request] = content.requests.as_slice() else { return None };
    let picture = ChartPicture { lang, background, width: CHART, height: None };
    chart_svg(library, &compare(library, request), picture).ok()
}

fn write_picture(path: &Path, svg: &str, is_png: bool, overwrite: Overwrite) -> Result<(), Failure> {
    let bytes = if is_png { png(svg, SHARPNESS).map_err(Failure::Picture)? } else { svg.as_bytes().to_vec() };
    write_bytes(path, &bytes, overwrite).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::Exists(path.to_owned()),
        _ => Failure::File(path.to_owned(), error),
    })
}

fn write_data(
    library: &Library,
    global: &Global,
    asked: &ScreenExport,
    lang: Lang,
    path: &Path,
    overwrite: Overwrite,
) -> Result<(), Failure> {
    let ScreenContent { areas, indicators, requests, measure, year_choice, .. } = &asked.content;
    let format = format(None, Some(path))?;
    let filter = ListFilter {
        areas: areas.clone(),
        indicators: indicators.clone(),
        year_choice: *year_choice,
        ..ListFilter::default()
    };
    let request = ExportRequest {
        filter: &filter,
        measure: *measure,
        table: RecordSet::Figures,
        style: TextStyle { lang, ..global.look() },
        is_built_in: global.sources().are_builtin_alone(),
        requests,
        hand_out: None,
    };
    let exported = export(library, format, &request)?;
    to_file(path, format, &exported, None, overwrite)
}

/// Says in the dialog what the shell says on standard error.
fn words(failure: &Failure) -> Text {
    match failure {
        Failure::File(path, error) => {
            let (path, why) = (visible_path(path), io_words(error));
            Text::new(format!("无法写入：{}（{path}）", why.zh), format!("can't be written: {} ({path})", why.en))
        }
        Failure::Picture(why) => why.text(),
        Failure::Usage(why) => why.clone(),
        Failure::Nothing(why) => (*why).into(),
        Failure::Format(why) => why.text(),
        _ => Text::new("未能导出", "can't be exported"),
    }
}
