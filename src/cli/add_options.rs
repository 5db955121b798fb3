//! The options of `cppcc add`: the fields of a figure, each under the name that the other commands have for it.

use super::values::word;
use crate::domain::indicator::Nature;
use crate::domain::interval::Qualifier;
use crate::domain::observation::{Scope, Status};
use crate::entry::EachChoice;
use clap::Args;

/// A figure as it is typed on the command line.
#[derive(Args, Clone, Debug)]
pub struct AddOptions {
    #[arg(long)]
    pub sentence: Option<String>,
    #[arg(long, value_name = "FIGURE", conflicts_with = "id")]
    pub replace: Option<String>,
    #[arg(long, value_name = "N")]
    pub take: Option<usize>,
    #[arg(long)]
    pub area: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "area")]
    pub new_area: Option<String>,
    #[arg(long, value_name = "CODE", requires = "new_area")]
    pub code: Option<String>,
    #[arg(long)]
    pub indicator: Option<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "indicator")]
    pub new_indicator: Option<String>,
    #[arg(long, value_name = "THEME", requires = "new_indicator")]
    pub in_theme: Option<String>,
    #[arg(long, value_name = "NAME", requires = "new_indicator", conflicts_with = "in_theme")]
    pub new_theme: Option<String>,
    #[arg(long, value_parser = word::<Nature>())]
    pub nature: Option<Nature>,
    #[arg(long, value_name = "TEXT", requires = "new_indicator")]
    pub definition: Option<String>,
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub value: Option<String>,
    #[arg(long, value_parser = word::<Qualifier>())]
    pub qualifier: Option<Qualifier>,
    #[arg(long, value_parser = word::<EachChoice>())]
    pub each: Option<EachChoice>,
    #[arg(long, value_name = "TEXT")]
    pub unit: Option<String>,
    #[arg(long)]
    pub period: Option<String>,
    #[arg(long, value_parser = word::<Scope>())]
    pub scope: Option<Scope>,
    #[arg(long, value_parser = word::<Status>())]
    pub status: Option<Status>,
    #[arg(long)]
    pub article: Option<String>,
    #[arg(long, value_name = "TEXT", conflicts_with = "article")]
    pub title: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "title")]
    pub outlet: Option<String>,
    #[arg(long, value_name = "DATE", requires = "title")]
    pub published: Option<String>,
    #[arg(long, value_name = "ADDRESS", requires = "title")]
    pub address: Option<String>,
    #[arg(long, value_name = "N")]
    pub paragraph: Option<u16>,
    #[arg(long, value_name = "TEXT")]
    pub variant: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub reading: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    #[arg(long)]
    pub id: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

/// The figure that is taken out of the user's own data.
#[derive(Args, Clone, Debug)]
pub struct RemoveOptions {
    pub figure: String,
    #[arg(long)]
    pub dry_run: bool,
}
