//! Who may follow a presentation.

/// Who may follow a presentation: the values of `--audience`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AudienceRights {
    /// The user who presents, on other terminals.
    User,
    /// The members of this group of the system.
    Group(String),
    /// Everybody who has an account on this machine.
    Anyone,
}

impl AudienceRights {
    /// Reads the rights as they are written on the command line.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        match written {
            "user" => Some(Self::User),
            "anyone" => Some(Self::Anyone),
            _ => {
                written.strip_prefix("group:").filter(|name| !name.is_empty()).map(|name| Self::Group(name.to_owned()))
            }
        }
    }

    /// Returns the mode of the socket. Whoever may write to a socket may connect to it.
    #[must_use]
    pub const fn mode(&self) -> u32 {
        match self {
            Self::User => 0o600,
            Self::Group(_) => 0o660,
            Self::Anyone => 0o666,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_are_read_as_they_are_written() {
        assert_eq!(AudienceRights::parse("user"), Some(AudienceRights::User));
        assert_eq!(AudienceRights::parse("anyone"), Some(AudienceRights::Anyone));
        assert_eq!(AudienceRights::parse("group:staff"), Some(AudienceRights::Group("staff".to_owned())));
        for wrong in ["", "group", "group:", "all", "Anyone "] {
            assert_eq!(AudienceRights::parse(wrong), None, "{wrong}");
        }
    }
}
