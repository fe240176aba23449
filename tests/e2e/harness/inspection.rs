//! Reads and drives the window through the protocol that eframe serves where `EGUI_INSPECTION` asks for it.

use std::io::{self, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use eframe::egui::accesskit::{Node, NodeId, Role, TreeUpdate};
use eframe::egui::{Event, Pos2, pos2};
use egui_inspection::protocol::{PROTOCOL_VERSION, read_handshake};
use egui_inspection::{Request, Response, read_message, write_message};

/// A connection to a window.
#[derive(Debug)]
pub struct Inspection {
    stream: BufReader<TcpStream>,
}

impl Inspection {
    /// Connects to a window that is already there.
    pub fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut stream = BufReader::new(stream);
        let version = read_handshake(&mut stream)?;
        assert_eq!(version, PROTOCOL_VERSION, "the program was built with another egui_inspection than this test");
        Ok(Self { stream })
    }

    fn ask(&mut self, request: &Request) -> io::Result<Response> {
        write_message(self.stream.get_ref(), request)?;
        read_message(&mut self.stream)
    }

    /// Draws a frame and returns its widgets; an error where the window is gone.
    pub fn tree(&mut self) -> io::Result<Tree> {
        match self.ask(&Request::GetTree)? {
            Response::Tree { step, accesskit: Some(update), .. } => Ok(Tree { step, update }),
            other => Err(io::Error::other(format!("{other:?}"))),
        }
    }

    /// Hands events over and returns once a frame has dealt with them.
    pub fn send(&mut self, events: Vec<Event>) {
        let answer = self.ask(&Request::ApplyEvents { events });
        assert!(matches!(answer, Ok(Response::Done)), "{answer:?}");
    }
}

/// The widgets of one frame.
#[derive(Debug)]
pub struct Tree {
    /// How many frames there have been.
    pub step: u64,
    update: TreeUpdate,
}

impl Tree {
    fn nodes(&self, role: Role) -> impl Iterator<Item = &(NodeId, Node)> {
        self.update.nodes.iter().filter(move |(_, node)| node.role() == role)
    }

    /// The widget of this role and name.
    pub fn find(&self, role: Role, label: &str) -> Option<&Node> {
        self.nodes(role).map(|(_, node)| node).find(|node| node.label() == Some(label))
    }

    /// The middle of the widget of this role and name, in pixels.
    pub fn middle(&self, role: Role, label: &str) -> Pos2 {
        let bounds = self.find(role, label).and_then(Node::bounds).expect("a place on the screen");
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let middle = |from: f64, to: f64| from.midpoint(to) as f32;
        pos2(middle(bounds.x0, bounds.x1), middle(bounds.y0, bounds.y1))
    }

    /// The weight that the slider of this name shows, in percent.
    pub fn percent(&self, name: &str) -> Option<f64> {
        self.find(Role::Slider, name)?.numeric_value()
    }

    /// Name and number of all widgets of a role.
    pub fn numbers(&self, role: Role) -> Vec<(String, f64)> {
        self.nodes(role).filter_map(|(_, node)| Some((node.label()?.to_owned(), node.numeric_value()?))).collect()
    }

    /// Name and value of all widgets of a role.
    pub fn values(&self, role: Role) -> Vec<(String, String)> {
        let value = |node: &Node| node.value().unwrap_or_default().to_owned();
        self.nodes(role).filter_map(|(_, node)| Some((node.label()?.to_owned(), value(node)))).collect()
    }

    /// All texts that are nothing but texts.
    pub fn texts(&self) -> Vec<&str> {
        self.nodes(Role::Label).filter_map(|(_, node)| node.value().or(node.label())).collect()
    }

    /// The names of all widgets of a role.
    pub fn labels(&self, role: Role) -> Vec<&str> {
        self.nodes(role).filter_map(|(_, node)| node.label()).collect()
    }

    /// Role and name of the widget that the keys go to.
    pub fn focus(&self) -> Option<(Role, &str)> {
        let (_, node) = self.update.nodes.iter().find(|(id, _)| *id == self.update.focus)?;
        Some((node.role(), node.label().unwrap_or_default()))
    }

    /// What the text field that the keys go to holds: its runs of letters, one after the other.
    pub fn focus_text(&self) -> String {
        let find = |id: NodeId| self.update.nodes.iter().find(|(other, _)| *other == id).map(|(_, node)| node);
        let runs = find(self.update.focus).into_iter().flat_map(Node::children).filter_map(|id| find(*id));
        runs.filter_map(Node::value).collect()
    }

    /// The ranking panel: the rank of each option as it is shown, best first.
    pub fn ranking(&self) -> Vec<(u32, String)> {
        let row = |label: &str| {
            let (rank, rest) = label.split_once(' ')?;
            let (option, _) = rest.split_once(": ")?;
            Some((rank.trim_end_matches('=').parse().ok()?, option.to_owned()))
        };
        let mut rows: Vec<_> = self.labels(Role::Button).into_iter().filter_map(row).collect();
        rows.sort();
        rows
    }

    /// The options in the order of the ranking panel.
    pub fn order(&self) -> Vec<String> {
        self.ranking().into_iter().map(|(_, option)| option).collect()
    }

    /// Everything that has a name, for the message of a test that fails.
    pub fn summary(&self) -> String {
        let named = self.update.nodes.iter().filter_map(|(_, node)| {
            let label = node.label().filter(|label| !label.is_empty())?;
            Some(format!("{:?} {label:?}", node.role()))
        });
        format!("focus {:?}; {}", self.focus(), named.collect::<Vec<_>>().join(", "))
    }
}
