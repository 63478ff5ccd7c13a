use super::SitePath;

/// Where the site lies on its host: `/`, or a sub-path such as `/bao/`. The one place that adds
/// the sub-path to a path, and takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl Base {
    /// The sub-path as written (`bao`, `/bao`, `/bao/`); nothing is the host's root.
    #[must_use]
    pub fn new(path: &str) -> Self {
        let inner = path.trim_matches('/');
        Self(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
    }

    /// The path of a `base_url`.
    #[must_use]
    pub fn of_url(base_url: &str) -> Self {
        let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
        let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default();
        Self::new(path.split(['?', '#']).next().unwrap_or_default())
    }

    /// The sub-path with a slash at both ends.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A path of the site, as an address on its host.
    #[must_use]
    pub fn href(&self, path: &SitePath) -> String {
        self.asset(path.as_str())
    }

    /// A file of the site (`img/a.jpg`), as an address on its host. Addresses with a scheme stay
    /// as they are.
    #[must_use]
    pub fn asset(&self, src: &str) -> String {
        if src.starts_with("https:") || src.starts_with("http:") {
            return src.to_owned();
        }
        format!("{}{}", self.0, src.trim_start_matches('/'))
    }

    /// The path on the site of a path on its host; none for what lies outside.
    #[must_use]
    pub fn strip(&self, path: &str) -> Option<SitePath> {
        let inner = if path.strip_suffix('/').unwrap_or(path) == self.0.trim_end_matches('/') {
            ""
        } else {
            path.strip_prefix(self.0.as_str())?
        };
        SitePath::new(format!("/{inner}")).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sub_path_is_that_of_base_url() {
        let table = [
            ("https://bao.example", "/"),
            ("https://bao.example/", "/"),
            ("https://bao.example/bao", "/bao/"),
            ("https://bao.example/bao/", "/bao/"),
            ("https://bao.example/a/b/?x#y", "/a/b/"),
        ];
        for (url, base) in table {
            assert_eq!(Base::of_url(url).as_str(), base, "{url}");
        }
    }

    #[test]
    fn paths_get_the_sub_path_and_lose_it_again() {
        let base = Base::new("bao");
        let path = SitePath::new("/du-lich/").expect("a path");
        assert_eq!(base.href(&path), "/bao/du-lich/");
        assert_eq!(base.asset("img/a.jpg"), "/bao/img/a.jpg");
        assert_eq!(base.asset("https://x.example/a.jpg"), "https://x.example/a.jpg");
        let table = [
            ("/bao/du-lich/", Some("/du-lich/")),
            ("/bao/", Some("/")),
            ("/bao", Some("/")),
            ("/baogia/", None),
            ("/", None),
            ("/bao//x", None),
        ];
        for (on_host, on_site) in table {
            let stripped = base.strip(on_host);
            assert_eq!(stripped.as_ref().map(SitePath::as_str), on_site, "{on_host}");
        }
        assert_eq!(Base::default().strip("/a/").as_ref().map(SitePath::as_str), Some("/a/"));
    }
}
