// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/yamltree.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace automation::rules {

namespace {
constexpr qsizetype longestText = 1024 * 1024; ///< takes the parser a second, at worst
constexpr qsizetype longestLine =
    64 * 1024; ///< the parser takes a line apart before it tells of its beginning
constexpr std::size_t deepestNode = 12;
constexpr int mostNodes = 500'000;

/// Puts a tree together as the parser goes along. What it refuses it throws, since there is no other way to
/// stop the parser; readYaml() catches it.
class TreeBuilder final : public YAML::EventHandler
{
public:
    YamlNode take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark & /*mark*/) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        put({YamlNode::Kind::Null, {}, false, mark.line + 1, {}, {}}, mark, anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        refuse(mark, QCoreApplication::translate("automation", "aliases (*) are not read."));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseTag(mark, tag);
        put({YamlNode::Kind::Scalar, QString::fromStdString(value), tag == "!", mark.line + 1, {}, {}}, mark,
            anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        refuseTag(mark, tag);
        open({YamlNode::Kind::List, {}, false, mark.line + 1, {}, {}}, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        refuseTag(mark, tag);
        open({YamlNode::Kind::Map, {}, false, mark.line + 1, {}, {}}, mark, anchor);
    }
    void OnMapEnd() override { close(); }
    void OnAnchor(const YAML::Mark &mark, const std::string & /*name*/) override { refuseAnchor(mark); }

private:
    [[noreturn]] static void refuse(const YAML::Mark &mark, const QString &why)
    {
        throw YAML::ParserException(mark, why.toStdString());
    }
    [[noreturn]] static void refuseAnchor(const YAML::Mark &mark)
    {
        refuse(mark, QCoreApplication::translate("automation", "anchors (&) are not read."));
    }
    static void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, QCoreApplication::translate("automation", "tags (!) are not read."));
    }

    /// Where the next node belongs; the key of a map is taken here and now.
    void put(YamlNode node, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuseAnchor(mark);
        if (++m_count > mostNodes)
            refuse(mark, QCoreApplication::translate("automation", "this is too much at once."));
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        YamlNode &parent = m_open.back();
        if (parent.kind == YamlNode::Kind::Map && parent.keys.size() == qsizetype(parent.children.size())) {
            if (node.kind != YamlNode::Kind::Scalar)
                refuse(mark, QCoreApplication::translate("automation", "only a word can be a name here."));
            if (parent.keys.contains(node.text))
                refuse(
                    mark,
                    QCoreApplication::translate("automation", "“%1” is said twice.").arg(node.text.left(64)));
            if (parent.keys.size() >= mostKeys)
                refuse(mark, QCoreApplication::translate("automation", "this is too much at once."));
            parent.keys << node.text;
            return;
        }
        parent.children.push_back(std::move(node));
    }
    void open(YamlNode node, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuseAnchor(mark);
        if (m_open.size() >= deepestNode)
            refuse(mark, QCoreApplication::translate("automation", "this is nested too deeply."));
        if (!m_open.empty() && m_open.back().kind == YamlNode::Kind::Map &&
            m_open.back().keys.size() == qsizetype(m_open.back().children.size()))
            refuse(mark, QCoreApplication::translate("automation", "only a word can be a name here."));
        m_open.push_back(std::move(node));
    }
    void close()
    {
        YamlNode node = std::move(m_open.back());
        m_open.pop_back();
        put(std::move(node), YAML::Mark::null_mark(), YAML::NullAnchor);
    }

    static constexpr qsizetype mostKeys = 256; ///< of one map: they are compared one by one

    YamlNode m_root;
    std::vector<YamlNode> m_open;
    int m_count = 0;
};

bool isSound(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    return !decoder.hasError() && !text.contains('\0');
}

/// The first line that is too long; 0: none is.
int overlongLine(const QByteArray &text)
{
    int line = 1;
    for (qsizetype start = 0; start <= text.size(); ++line) {
        const qsizetype found = text.indexOf('\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        if (end - start > longestLine)
            return line;
        start = end + 1;
    }
    return 0;
}

core::Result<YamlNode> parsed(const QByteArray &text)
{
    std::istringstream stream(text.toStdString());
    YAML::Parser parser(stream);
    TreeBuilder builder;
    if (!parser.HandleNextDocument(builder))
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("automation", "There is nothing in it.")};
    TreeBuilder another;
    if (parser.HandleNextDocument(another))
        return core::Error{
            core::ErrorCode::Invalid,
            QCoreApplication::translate("automation", "There is more than one document in it.")};
    return builder.take();
}
} // namespace

const YamlNode *YamlNode::member(const QString &key) const
{
    const qsizetype index = keys.indexOf(key);
    return index < 0 || index >= qsizetype(children.size()) ? nullptr : &children[std::size_t(index)];
}

core::Error wrongAtLine(int line, const QString &sentence)
{
    return {core::ErrorCode::Invalid,
            QCoreApplication::translate("automation", "Line %1: %2").arg(line).arg(sentence)};
}

core::Result<YamlNode> readYaml(const QByteArray &text)
{
    if (text.size() > longestText)
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("automation", "The text is longer than %1 MiB.")
                               .arg(longestText / (1024 * 1024))};
    if (!isSound(text))
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("automation", "The text is not UTF-8.")};
    if (const int line = overlongLine(text); line > 0)
        return wrongAtLine(line,
                           QCoreApplication::translate("automation", "it is longer than %1 KiB: break it up.")
                               .arg(longestLine / 1024));
    try {
        return parsed(text);
    } catch (const YAML::Exception &exception) {
        const QString why = QString::fromStdString(exception.msg);
        return exception.mark.is_null() ? core::Error{core::ErrorCode::Invalid, why}
                                        : wrongAtLine(exception.mark.line + 1, why);
    } catch (const std::exception &exception) {
        return core::Error{core::ErrorCode::Invalid, QString::fromLocal8Bit(exception.what())};
    }
}

} // namespace automation::rules
