//! An element inside a view of Leptos: where the router ends and our pages begin.

use super::El;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;

/// The outermost element of our pages. Leptos asks for views that may cross threads; there is one thread.
pub struct Root(SendWrapper<El>);

impl Root {
    /// A view of this element.
    pub fn new(element: El) -> Self {
        Self(SendWrapper::new(element))
    }
}

/// The element as it stands in the page.
pub struct Mounted(El);

impl Render for Root {
    type State = Mounted;

    fn build(self) -> Mounted {
        Mounted(self.0.take())
    }

    fn rebuild(self, state: &mut Mounted) {
        let new = self.0.take();
        state.0.dom().replace_with_with_node_1(new.dom()).unwrap_or_default();
        state.0 = new;
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.0.dom().remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        parent.insert_before(self.0.dom(), marker).ok();
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.0.dom().parent_element();
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(self.0.dom()));
            true
        })
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.0.dom().clone()]
    }
}

impl AddAnyAttr for Root {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

/// There is no server: an element is only ever built.
impl RenderHtml for Root {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Mounted {
        Mounted(self.0.take())
    }

    fn into_owned(self) -> Self {
        self
    }
}
