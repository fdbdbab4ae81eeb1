/** From the compiled tree to React elements. */
import { type ComponentType, createElement, Fragment, type ReactNode } from "react";
import type { SlideElement, SlideNode } from "../../server/protocol.ts";
import { componentProps, elementProps } from "./element-props.ts";

/** Components that stand for a tag; they get the element's props as they are and its rendered children. */
// biome-ignore lint/suspicious/noExplicitAny: each component names the props that its own tag carries
export type Components = Record<string, ComponentType<any>>;

/** Renders a compiled tree; tags without a component become plain elements. */
export function renderNodes(nodes: readonly SlideNode[], components: Components = {}): ReactNode {
  return createElement(Fragment, null, ...nodes.map((node) => renderNode(node, components)));
}

function renderNode(node: SlideNode, components: Components): ReactNode {
  return typeof node === "string" ? node : renderElement(node, components);
}

function renderElement([tag, props, ...children]: SlideElement, components: Components): ReactNode {
  const inside = children.map((child) => renderNode(child, components));
  const component = Object.hasOwn(components, tag) ? components[tag] : undefined;
  if (component) return createElement(component, componentProps(props), ...inside);
  return createElement(tag, elementProps(tag, props), ...inside);
}
