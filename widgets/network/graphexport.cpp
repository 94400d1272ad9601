// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/graphexport.h"

#include "network/silhouette.h"

#include <QXmlStreamWriter>

namespace network {

namespace {

QString strokeWord(Stroke stroke)
{
    switch (stroke) {
    case Stroke::Measured:
        return QStringLiteral("measured");
    case Stroke::Inferred:
        return QStringLiteral("inferred");
    case Stroke::Silent:
        break;
    }
    return QStringLiteral("no data");
}

QString numberText(double value) { return QString::number(value, 'f', 1); }

/// Characters XML 1.0 has no way to write make a file no program reads.
QString xmlText(const QString &text) { return plainLine(text, 256); }

void writeKey(QXmlStreamWriter &xml, const char *id, const char *of, const char *type)
{
    xml.writeEmptyElement(QStringLiteral("key"));
    xml.writeAttribute(QStringLiteral("id"), QString::fromLatin1(id));
    xml.writeAttribute(QStringLiteral("for"), QString::fromLatin1(of));
    xml.writeAttribute(QStringLiteral("attr.name"), QString::fromLatin1(id));
    xml.writeAttribute(QStringLiteral("attr.type"), QString::fromLatin1(type));
}

void writeData(QXmlStreamWriter &xml, const char *key, const QString &value)
{
    xml.writeStartElement(QStringLiteral("data"));
    xml.writeAttribute(QStringLiteral("key"), QString::fromLatin1(key));
    xml.writeCharacters(xmlText(value));
    xml.writeEndElement();
}

QString drawIoShape(Shape shape)
{
    switch (shape) {
    case Shape::Capsule:
    case Shape::Stack:
        return QStringLiteral("rounded=1;arcSize=50;");
    case Shape::RoundedSquare:
    case Shape::Arch:
        return QStringLiteral("rounded=1;");
    case Shape::Hexagon:
        return QStringLiteral("shape=hexagon;perimeter=hexagonPerimeter2;fixedSize=1;size=12;");
    case Shape::Circle:
    case Shape::SmallCircle:
        return QStringLiteral("ellipse;");
    case Shape::Cloud:
        break;
    }
    return QStringLiteral("ellipse;shape=cloud;");
}

/// A cell of draw.io (mxGraph): its frame, before its geometry.
void startCell(QXmlStreamWriter &xml, const QString &id, const QString &text, const QString &style,
               bool isEdge)
{
    xml.writeStartElement(QStringLiteral("mxCell"));
    xml.writeAttribute(QStringLiteral("id"), id);
    xml.writeAttribute(QStringLiteral("value"), xmlText(text));
    xml.writeAttribute(QStringLiteral("style"), style);
    xml.writeAttribute(isEdge ? QStringLiteral("edge") : QStringLiteral("vertex"), QStringLiteral("1"));
    xml.writeAttribute(QStringLiteral("parent"), QStringLiteral("1"));
}

void writeGeometry(QXmlStreamWriter &xml, const QRectF &area)
{
    xml.writeEmptyElement(QStringLiteral("mxGeometry"));
    if (area.isNull()) {
        xml.writeAttribute(QStringLiteral("relative"), QStringLiteral("1"));
    } else {
        xml.writeAttribute(QStringLiteral("x"), numberText(area.x()));
        xml.writeAttribute(QStringLiteral("y"), numberText(area.y()));
        xml.writeAttribute(QStringLiteral("width"), numberText(area.width()));
        xml.writeAttribute(QStringLiteral("height"), numberText(area.height()));
    }
    xml.writeAttribute(QStringLiteral("as"), QStringLiteral("geometry"));
}

void writeCells(QXmlStreamWriter &xml, const Board &board)
{
    // Without html=1 a label is text, whatever a device calls itself.
    for (size_t i = 0; i < board.boxes.size(); ++i) {
        if (board.boxes[i].area.isNull())
            continue;
        startCell(xml, QStringLiteral("g%1").arg(i), board.boxes[i].title,
                  QStringLiteral("rounded=1;arcSize=2;verticalAlign=top;align=left;spacingLeft=8;html=0;"),
                  false);
        writeGeometry(xml, board.boxes[i].area);
        xml.writeEndElement();
    }
    for (size_t i = 0; i < board.spots.size(); ++i) {
        const Spot &spot = board.spots[i];
        startCell(xml, QStringLiteral("n%1").arg(i), spot.name,
                  drawIoShape(spot.shape) +
                      QStringLiteral("verticalLabelPosition=bottom;verticalAlign=top;html=0;"),
                  false);
        writeGeometry(xml, silhouetteArea(spot.shape).translated(spot.at));
        xml.writeEndElement();
    }
    for (size_t i = 0; i < board.wires.size(); ++i) {
        const Wire &wire = board.wires[i];
        const QString dash = wire.stroke == Stroke::Measured ? QString() : QStringLiteral("dashed=1;");
        startCell(xml, QStringLiteral("e%1").arg(i), wire.label,
                  QStringLiteral("endArrow=none;html=0;strokeWidth=%1;").arg(wire.width) + dash, true);
        xml.writeAttribute(QStringLiteral("source"), QStringLiteral("n%1").arg(wire.from));
        xml.writeAttribute(QStringLiteral("target"), QStringLiteral("n%1").arg(wire.to));
        writeGeometry(xml, {});
        xml.writeEndElement();
    }
}

/// Mermaid ends a label at a quote, and reads entities and marks in it.
QString mermaidText(const QString &text)
{
    QString out;
    for (const QChar letter : plainLine(text)) {
        if (letter.isLetterOrNumber() || QStringLiteral(" .-_:/·").contains(letter))
            out += letter;
        else
            out += QStringLiteral("#%1;").arg(letter.unicode());
    }
    return out;
}

} // namespace

QByteArray graphMl(const Board &board)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("graphml"));
    xml.writeDefaultNamespace(QStringLiteral("http://graphml.graphdrawing.org/xmlns"));
    for (const char *key : {"name", "address", "type", "state", "group"})
        writeKey(xml, key, "node", "string");
    for (const char *key : {"x", "y"})
        writeKey(xml, key, "node", "double");
    writeKey(xml, "origin", "edge", "string");
    xml.writeStartElement(QStringLiteral("graph"));
    xml.writeAttribute(QStringLiteral("edgedefault"), QStringLiteral("undirected"));
    for (size_t i = 0; i < board.spots.size(); ++i) {
        const Spot &spot = board.spots[i];
        xml.writeStartElement(QStringLiteral("node"));
        xml.writeAttribute(QStringLiteral("id"), QStringLiteral("n%1").arg(i));
        writeData(xml, "name", spot.fullName.isEmpty() ? spot.name : spot.fullName);
        writeData(xml, "address", spot.detail);
        writeData(xml, "type", spot.typeTitle);
        writeData(xml, "state", spot.stateWord);
        if (spot.group >= 0)
            writeData(xml, "group", board.boxes[size_t(spot.group)].key);
        writeData(xml, "x", numberText(spot.at.x()));
        writeData(xml, "y", numberText(spot.at.y()));
        xml.writeEndElement();
    }
    for (const Wire &wire : board.wires) {
        xml.writeStartElement(QStringLiteral("edge"));
        xml.writeAttribute(QStringLiteral("source"), QStringLiteral("n%1").arg(wire.from));
        xml.writeAttribute(QStringLiteral("target"), QStringLiteral("n%1").arg(wire.to));
        writeData(xml, "origin", strokeWord(wire.stroke));
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return out;
}

QByteArray drawIo(const Board &board)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    for (const char *element : {"mxfile", "diagram", "mxGraphModel", "root"})
        xml.writeStartElement(QString::fromLatin1(element));
    xml.writeEmptyElement(QStringLiteral("mxCell"));
    xml.writeAttribute(QStringLiteral("id"), QStringLiteral("0"));
    xml.writeEmptyElement(QStringLiteral("mxCell"));
    xml.writeAttribute(QStringLiteral("id"), QStringLiteral("1"));
    xml.writeAttribute(QStringLiteral("parent"), QStringLiteral("0"));
    writeCells(xml, board);
    xml.writeEndDocument();
    return out;
}

QByteArray mermaid(const Board &board)
{
    QStringList lines{QStringLiteral("graph TD")};
    const auto addSpots = [&](int group, const QString &indent) {
        for (size_t i = 0; i < board.spots.size(); ++i) {
            if (board.spots[i].group == group)
                lines << QStringLiteral("%1n%2[\"%3\"]")
                             .arg(indent)
                             .arg(i)
                             .arg(mermaidText(board.spots[i].name));
        }
    };
    addSpots(-1, QStringLiteral("  "));
    for (size_t i = 0; i < board.boxes.size(); ++i) {
        lines << QStringLiteral("  subgraph g%1[\"%2\"]").arg(i).arg(mermaidText(board.boxes[i].title));
        addSpots(int(i), QStringLiteral("    "));
        lines << QStringLiteral("  end");
    }
    for (const Wire &wire : board.wires) {
        const QString line = wire.stroke == Stroke::Measured ? QStringLiteral("---") : QStringLiteral("-.-");
        lines << QStringLiteral("  n%1 %2 n%3").arg(wire.from).arg(line).arg(wire.to);
    }
    return (lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8();
}

} // namespace network
