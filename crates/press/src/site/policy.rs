//! The policy that every page carries: what it may load, and from where.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use story::model::Hosts;

/// The policy's text for pages with this one inline script and, where they have one, this inline
/// style.
///
/// Everything is refused but what is really needed. Trusted Types are required, and no policy for
/// them may be made: the app writes no HTML from text.
pub(super) fn policy(hosts: Option<&Hosts>, script: &str, style: Option<&str>) -> String {
    let sha = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let none = Hosts::default();
    let hosts = hosts.unwrap_or(&none);
    let and = |own: &str, others: &[String]| {
        let others: String = others.iter().map(|host| format!(" https://{}", bare(host))).collect();
        format!("{own}{others}").trim().to_owned()
    };
    let count: Vec<String> = hosts.count.iter().cloned().collect();
    let mut rules = vec![
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{}'", sha(script)),
        match style {
            Some(style) => format!("style-src 'self' 'sha256-{}'", sha(style)),
            None => "style-src 'self'".to_owned(),
        },
        format!("img-src {}", and("'self'", &hosts.img)),
        format!("media-src {}", and("'self'", &hosts.media)),
        "font-src 'self'".to_owned(),
        format!("connect-src {}", and("'self'", &count)),
        "manifest-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types 'none'".to_owned(),
    ];
    if !hosts.frame.is_empty() {
        rules.insert(7, format!("frame-src {}", and("", &hosts.frame)));
    }
    rules.join("; ")
}

/// A host as a policy names it: without a scheme, and nothing that could begin another rule.
fn bare(host: &str) -> String {
    let host = host.trim_start_matches("https://");
    host.chars().take_while(|c| c.is_ascii_alphanumeric() || ".-*:".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_named_hosts_are_let_in() {
        let hosts = Hosts {
            frame: vec!["video.example".into()],
            count: Some("https://dem.example/trang".into()),
            ..Hosts::default()
        };
        let policy = policy(Some(&hosts), "x", Some("y"));
        for rule in [
            "frame-src https://video.example;",
            "connect-src 'self' https://dem.example;",
            "img-src 'self';",
            "default-src 'none';",
            "trusted-types 'none'",
        ] {
            assert!(policy.contains(rule), "{rule} in {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    }

    #[test]
    fn a_host_cannot_bring_a_rule_of_its_own() {
        let hosts = Hosts { img: vec!["a.example; script-src *".into()], ..Hosts::default() };
        assert!(policy(Some(&hosts), "", None).contains("img-src 'self' https://a.example;"));
    }
}
