//! The options of an audience: who may follow a presentation, and how one follows.

use crate::audience::AudienceRights;
use clap::Args;
use std::path::PathBuf;

/// Who may follow the presentation that is begun.
#[derive(Args, Clone, Debug)]
pub struct AudienceOptions {
    #[arg(long = "audience", value_name = "WHO", value_parser = rights, conflicts_with = "notes")]
    pub rights: Option<AudienceRights>,
    #[arg(long, requires = "rights")]
    pub questions: bool,
    #[arg(long, value_name = "PATH", requires = "rights")]
    pub socket: Option<PathBuf>,
}

/// Whose presentation is followed, and from where.
#[derive(Args, Clone, Debug)]
pub struct WatchOptions {
    #[arg(long)]
    pub kiosk: bool,
    #[arg(long, value_name = "USER")]
    pub from: Option<String>,
    #[arg(long, value_name = "PATH")]
    pub socket: Option<PathBuf>,
}

/// Parses who may follow. The error says what would be right, in no language.
fn rights(text: &str) -> Result<AudienceRights, String> {
    AudienceRights::parse(text.trim()).ok_or_else(|| "user | group:NAME | anyone".to_owned())
}
