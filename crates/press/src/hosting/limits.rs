//! What hosts let in, as far as a site of files can meet it. `docs/hosting.md` says the same, and a
//! test holds the two together.

use std::fmt;
use std::str::FromStr;

/// A host whose limits are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Host {
    /// Cloudflare Pages on the free plan, or Workers with static assets.
    Cloudflare,
    /// Cloudflare, on a paid plan.
    CloudflarePaid,
    /// Netlify.
    Netlify,
    /// GitHub Pages.
    GitHub,
    /// S3 and stores that speak as it does.
    S3,
    /// nginx, on a machine of one's own.
    Nginx,
    /// Caddy, on a machine of one's own.
    Caddy,
}

/// What a host lets in. None: as much as the disk holds, or it does not read such a file at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files of a site.
    pub files: Option<u64>,
    /// Bytes of one file.
    pub file: Option<u64>,
    /// Bytes of a site.
    pub whole: Option<u64>,
    /// Lines of `_redirects`.
    pub redirects: Option<u64>,
    /// Rules of `_headers`: patterns, not lines.
    pub rules: Option<u64>,
}

/// What a site has of what hosts limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Files.
    pub files: u64,
    /// Bytes of the largest file.
    pub largest: u64,
    /// Bytes of all.
    pub whole: u64,
    /// Lines of `_redirects`.
    pub redirects: u64,
    /// Rules of `_headers`.
    pub rules: u64,
}

const MIB: u64 = 1 << 20;

const NONE: Limits = Limits { files: None, file: None, whole: None, redirects: None, rules: None };

impl Host {
    /// All of them, as the docs have them.
    pub const ALL: [Self; 7] = [
        Self::Cloudflare,
        Self::CloudflarePaid,
        Self::Netlify,
        Self::GitHub,
        Self::S3,
        Self::Nginx,
        Self::Caddy,
    ];

    /// How `--host` names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cloudflare => "cloudflare",
            Self::CloudflarePaid => "cloudflare-paid",
            Self::Netlify => "netlify",
            Self::GitHub => "github",
            Self::S3 => "s3",
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// What it lets in.
    #[must_use]
    pub fn limits(self) -> Limits {
        let cloudflare = |files| Limits {
            files: Some(files),
            file: Some(25 * MIB),
            redirects: Some(2_000),
            rules: Some(100),
            ..NONE
        };
        match self {
            Self::Cloudflare => cloudflare(20_000),
            Self::CloudflarePaid => cloudflare(100_000),
            Self::GitHub => Limits { file: Some(100 * MIB), whole: Some(1_024 * MIB), ..NONE },
            Self::S3 => Limits { file: Some(5 * 1_024 * MIB), ..NONE },
            Self::Netlify | Self::Nginx | Self::Caddy => NONE,
        }
    }

    /// Whether it reads `_headers` and `_redirects`.
    #[must_use]
    pub fn reads_rules(self) -> bool {
        matches!(self, Self::Cloudflare | Self::CloudflarePaid | Self::Netlify)
    }
}

/// That no host has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownHost(String);

impl std::error::Error for UnknownHost {}

impl fmt::Display for UnknownHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = Host::ALL.map(Host::name).join(", ");
        write!(f, "no host is known as {:?}; known are {known}", self.0)
    }
}

impl FromStr for Host {
    type Err = UnknownHost;

    fn from_str(name: &str) -> Result<Self, UnknownHost> {
        let fits = |host: &Self| host.name() == name;
        Self::ALL.into_iter().find(fits).ok_or_else(|| UnknownHost(name.to_owned()))
    }
}

/// What a site has too much of for a host, in words. Empty where it fits.
#[must_use]
pub fn warnings(host: Host, size: &Size) -> Vec<String> {
    let limits = host.limits();
    let table = [
        ("files", size.files, limits.files),
        ("bytes in the largest file", size.largest, limits.file),
        ("bytes in all", size.whole, limits.whole),
        ("lines in _redirects", size.redirects, limits.redirects),
        ("rules in _headers", size.rules, limits.rules),
    ];
    let over = |(what, is, limit): (&str, u64, Option<u64>)| {
        let limit = limit.filter(|limit| is > *limit)?;
        Some(format!("{} takes at most {limit} {what}, and the site has {is}", host.name()))
    };
    table.into_iter().filter_map(over).collect()
}

/// How many lines of `_redirects` lead on.
#[must_use]
pub fn redirects(text: &str) -> u64 {
    count(text, |line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
}

/// How many rules `_headers` has.
#[must_use]
pub fn rules(text: &str) -> u64 {
    count(text, |line| !line.is_empty() && !line.starts_with([' ', '\t', '#']))
}

fn count(text: &str, counts: impl Fn(&str) -> bool) -> u64 {
    text.lines().filter(|line| counts(line)).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_that_is_too_large_is_told_of_by_what_is_too_much() {
        let size =
            Size { files: 20_001, largest: 25 * MIB, redirects: 2_000, rules: 101, whole: 9 };
        assert_eq!(
            warnings(Host::Cloudflare, &size),
            [
                "cloudflare takes at most 20000 files, and the site has 20001",
                "cloudflare takes at most 100 rules in _headers, and the site has 101",
            ]
        );
        assert!(warnings(Host::Nginx, &size).is_empty());
        let heavy = Size { whole: 2 << 30, ..size };
        assert_eq!(
            warnings(Host::GitHub, &heavy),
            ["github takes at most 1073741824 bytes in all, and the site has 2147483648"]
        );
    }

    #[test]
    fn lines_and_rules_are_counted_as_hosts_count_them() {
        assert_eq!(redirects("# moved\n/a/ /b/ 301\n\n/c/ /d/ 301\n"), 2);
        assert_eq!(rules("/*\n  A: b\n  C: d\n# x\n/app/*\n  A: c\n"), 2);
    }

    #[test]
    fn a_host_is_known_by_its_name() {
        for host in Host::ALL {
            assert_eq!(host.name().parse(), Ok(host));
        }
        let said = "geocities".parse::<Host>().expect_err("unknown").to_string();
        assert!(said.contains("\"geocities\"") && said.contains("cloudflare-paid"), "{said}");
    }

    /// The docs' table says of each host what is said here.
    #[test]
    fn the_docs_name_the_same_limits() {
        let docs = include_str!("../../../../docs/hosting.md");
        let said = |number: Option<u64>, unit: &str| match number {
            None => "–".to_owned(),
            Some(bytes) if unit == "MiB" && bytes >= 1_024 * MIB => {
                format!("{} GiB", bytes / MIB / 1_024)
            }
            Some(bytes) if unit == "MiB" => format!("{} MiB", bytes / MIB),
            Some(count) if count >= 10_000 => format!("{},{:03}", count / 1_000, count % 1_000),
            Some(count) => count.to_string(),
        };
        for host in Host::ALL {
            let limits = host.limits();
            let row = format!(
                "| `{}` | {} | {} | {} | {} | {} |",
                host.name(),
                said(limits.files, ""),
                said(limits.file, "MiB"),
                said(limits.whole, "MiB"),
                said(limits.redirects, ""),
                said(limits.rules, "")
            );
            assert!(docs.contains(&row), "docs/hosting.md has no line {row}");
        }
    }
}
