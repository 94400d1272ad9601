// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/xmlgate.h"

namespace network::scan {

namespace {
constexpr qsizetype longestInstruction = 4096;
constexpr qsizetype longestReference = 12;

/// nmap writes ASCII, and everything else by reference.
bool isForbidden(char byte)
{
    const auto code = uchar(byte);
    return code >= 0x7f || (code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
}

/// What may stand for a reference; a blank for a character XML does not have (nmap writes &#x1; for what a
/// banner says); empty for an entity.
QByteArray translated(const QByteArray &reference)
{
    for (const char *known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
        if (reference == known)
            return reference;
    }
    if (!reference.startsWith("&#"))
        return {};
    const bool isHex = reference.size() > 3 && reference[2] == 'x';
    const QByteArray digits = reference.mid(isHex ? 3 : 2).chopped(1);
    bool isNumber = false;
    const uint code = digits.toUInt(&isNumber, isHex ? 16 : 10);
    if (!isNumber)
        return {};
    const bool isCharacter = code == 0x9 || code == 0xa || code == 0xd || (code >= 0x20 && code <= 0xd7ff) ||
                             (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
    return isCharacter ? reference : QByteArrayLiteral(" "); // XML 1.0 §2.2
}
} // namespace

bool XmlGate::refuse(const char *why)
{
    m_fault = QLatin1String(why);
    m_token.clear();
    return false;
}

void XmlGate::release(QByteArray &out)
{
    out += m_token;
    m_token.clear();
    m_in = In::Text;
    m_text = 0;
}

bool XmlGate::pass(QByteArrayView bytes, QByteArray &out)
{
    if (!m_fault.isEmpty())
        return false;
    for (const char byte : bytes) {
        if (++m_total > mostBytes)
            return refuse("it is too long");
        if (!step(byte == '\r' ? ' ' : byte, out))
            return false;
    }
    return true;
}

bool XmlGate::step(char byte, QByteArray &out)
{
    if (m_token.size() > longestTag)
        return refuse("an element is too long");
    switch (m_in) {
    case In::Text:
        return stepText(byte, out);
    case In::Opening:
        return stepOpening(byte);
    case In::Tag:
        return stepTag(byte, out);
    case In::Quoted:
        return stepQuoted(byte);
    case In::Bang:
        return stepBang(byte);
    case In::Comment:
        return stepComment(byte);
    case In::DocumentType:
        return stepDocumentType(byte, out);
    case In::Instruction:
        return stepInstruction(byte, out);
    case In::Reference:
        return stepReference(byte, out);
    }
    return false;
}

bool XmlGate::stepText(char byte, QByteArray &out)
{
    if (byte == '<') {
        m_token = "<";
        m_in = In::Opening;
        return true;
    }
    if (++m_text > longestText)
        return refuse("a text is too long");
    if (byte == '&') {
        m_around = In::Text;
        m_reference = "&";
        m_in = In::Reference;
        return true;
    }
    // Qt sees a "]]>" or misses it, by how it is cut into pieces.
    if (byte == '>')
        out += "&gt;";
    else
        out += isForbidden(byte) ? ' ' : byte;
    return true;
}

bool XmlGate::stepOpening(char byte)
{
    m_token += byte;
    m_attributes = 0;
    if (byte == '!')
        m_in = In::Bang;
    else if (byte == '?')
        m_in = In::Instruction;
    else if (byte == '/' || (byte >= 'a' && byte <= 'z'))
        m_in = In::Tag;
    else
        return refuse("an element has a name nmap has not");
    return true;
}

bool XmlGate::stepTag(char byte, QByteArray &out)
{
    if (isForbidden(byte) || byte == '<' || byte == '&')
        return refuse("an element is broken");
    m_token += byte;
    if (byte == '"' || byte == '\'') {
        if (++m_attributes > mostAttributes)
            return refuse("an element has too many attributes");
        m_quote = byte;
        m_in = In::Quoted;
    }
    return byte != '>' || closeTag(out);
}

bool XmlGate::closeTag(QByteArray &out)
{
    const bool isEnd = m_token[1] == '/';
    const bool isEmpty = m_token.endsWith("/>");
    if (m_depth == 0 && (isEnd || m_hasRoot))
        return refuse("there is something behind its end");
    if (isEnd)
        --m_depth;
    else if (!isEmpty && ++m_depth > mostDepth)
        return refuse("its elements are nested too deep");
    m_hasRoot = true;
    release(out);
    return true;
}

bool XmlGate::stepQuoted(char byte)
{
    if (byte == '&') {
        m_around = In::Quoted;
        m_reference = "&";
        m_in = In::Reference;
        return true;
    }
    if (byte == '<')
        return refuse("an element is broken");
    m_token += isForbidden(byte) ? ' ' : byte;
    if (byte == m_quote)
        m_in = In::Tag;
    return true;
}

bool XmlGate::stepBang(char byte)
{
    static const QByteArray comment("<!--");
    static const QByteArray documentType("<!DOCTYPE");
    m_token += byte;
    if (m_token == comment) {
        m_in = In::Comment;
        return true;
    }
    if (m_token == documentType) {
        if (m_hasDocumentType || m_hasRoot)
            return refuse("it declares a document type where none may be");
        m_hasDocumentType = true;
        m_in = In::DocumentType;
        return true;
    }
    if (comment.startsWith(m_token) || documentType.startsWith(m_token))
        return true;
    return refuse("it declares what nmap does not");
}

bool XmlGate::stepComment(char byte)
{
    // A comment says nothing to us; only its end counts.
    m_token += byte;
    if (m_token.size() > longestInstruction)
        m_token = "<!--" + m_token.right(2);
    if (byte == '>' && m_token.size() >= 7 && m_token.endsWith("-->")) {
        m_token.clear();
        m_in = In::Text;
    }
    return true;
}

bool XmlGate::stepDocumentType(char byte, QByteArray &out)
{
    m_token += byte;
    if (byte != '>')
        return m_token.size() < longestReference * 4 ||
               refuse("it declares a document type that is not nmap's");
    if (m_token.mid(9).chopped(1).trimmed() != "nmaprun" || m_token.contains('['))
        return refuse("it declares a document type that is not nmap's");
    release(out);
    return true;
}

bool XmlGate::stepInstruction(char byte, QByteArray &out)
{
    m_token += byte;
    if (m_token.size() > longestInstruction || m_hasRoot || isForbidden(byte))
        return refuse("an instruction is too long or stands inside");
    if (!m_token.endsWith("?>"))
        return true;
    const QByteArray text = m_token.toLower();
    const bool isDeclaration = text.startsWith("<?xml") && !text.startsWith("<?xml-");
    if (isDeclaration && text.contains("encoding") && !text.contains("\"utf-8\""))
        return refuse("it is not UTF-8");
    if (!isDeclaration)
        m_token.clear(); // a style sheet: nothing to us
    release(out);
    return true;
}

bool XmlGate::stepReference(char byte, QByteArray &out)
{
    m_reference += byte;
    if (byte != ';')
        return m_reference.size() < longestReference || refuse("it has entities of its own");
    const QByteArray plain = translated(m_reference);
    if (plain.isEmpty())
        return refuse("it has entities of its own");
    m_in = m_around;
    (m_around == In::Quoted ? m_token : out) += plain;
    return true;
}

} // namespace network::scan
