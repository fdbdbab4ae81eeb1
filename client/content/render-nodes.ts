/** From the compiled tree to React elements. */
import { type ComponentType, createElement, Fragment, type ReactNode } from "react";
import type { SlideElement, SlideNode } from "../../server/protocol.ts";
import { componentProps, elementProps } from "./element-props.ts";

/** Components that stand for a tag; they get the element's props as they are and its rendered children. */
// biome-ignore lint/suspicious/noExplicitAny: each component names the props that its own tag carries
export type Components = Record<string, ComponentType<any>>;

/** Renders a compiled tree, of a slide's content with the slide's index; tags without a component become plain elements. */
export function renderNodes(
  nodes: readonly SlideNode[],
  components: Components = {},
  slide: number | null = null,
): ReactNode {
  return createElement(Fragment, null, ...nodes.map((node) => renderNode(node, components, slide)));
}

function renderNode(node: SlideNode, components: Components, slide: number | null): ReactNode {
  return typeof node === "string" ? node : renderElement(node, components, slide);
}

function renderElement(
  [tag, props, ...children]: SlideElement,
  components: Components,
  slide: number | null,
): ReactNode {
  const inside = children.map((child) => renderNode(child, components, slide));
  const component = Object.hasOwn(components, tag) ? components[tag] : undefined;
  if (component) return createElement(component, componentProps(props), ...inside);
  return createElement(tag, elementProps(tag, props, slide), ...inside);
}
