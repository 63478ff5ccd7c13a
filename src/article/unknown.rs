use story::model::Block;

/// The kinds of blocks in a body that this app does not know, each once: they are left out of the
/// page, and whoever looks into the console is told.
#[must_use]
pub fn unknown_kinds(body: &[Block]) -> Vec<&str> {
    let mut kinds = Vec::new();
    gather(body, &mut kinds);
    kinds
}

fn gather<'a>(body: &'a [Block], kinds: &mut Vec<&'a str>) {
    for block in body {
        match block {
            Block::Unknown(unknown) if !kinds.contains(&unknown.kind.as_str()) => {
                kinds.push(&unknown.kind);
            }
            Block::Box(block) => gather(&block.body, kinds),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use story::model::{Block, BoxBlock, Unknown};

    use super::unknown_kinds;

    #[test]
    fn each_kind_is_told_once_in_boxes_too() {
        let unknown = |kind: &str| Block::Unknown(Unknown { kind: kind.to_owned() });
        let boxed = BoxBlock { title: None, body: vec![unknown("quiz"), unknown("map")] };
        let body = [unknown("quiz"), Block::Divider, Block::Box(boxed)];
        assert_eq!(unknown_kinds(&body), ["quiz", "map"]);
    }
}
