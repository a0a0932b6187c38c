/** The door of the XML reader. */
export { placeName } from './place';
export { readXml, type XmlElement, type XmlVisitor } from './read-xml';
