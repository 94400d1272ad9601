// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmplibrary.h"

#include <QCoreApplication>

#include <cstdlib>
#include <cstring>
#include <unordered_map>

// clang-format off: the first must come first.
#include <net-snmp/library/large_fd_set.h>
#include <net-snmp/net-snmp-config.h>
#include <net-snmp/net-snmp-includes.h>
// clang-format on

namespace network::sources {

namespace {
constexpr qsizetype mostOctets = 65535;

/// Words of the free functions below.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(network::sources::SnmpLibrary)
};

/// Once, before anything else of the library: no files are read or written, nothing is printed.
void prepareLibrary()
{
    static const bool isDone = [] {
        // Names of objects come out of files on this machine; only numbers are asked for here.
        ::setenv("MIBS", "", 1);
        netsnmp_register_loghandler(NETSNMP_LOGHANDLER_NONE, LOG_DEBUG);
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DONT_READ_CONFIGS, 1);
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DONT_PERSIST_STATE, 1);
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DISABLE_PERSISTENT_LOAD, 1);
        netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_DISABLE_PERSISTENT_SAVE, 1);
        init_snmp("belfry");
        return true;
    }();
    Q_UNUSED(isDone)
}

struct Protocol
{
    const oid *name = nullptr;
    size_t length = 0;
};

Protocol authOf(SnmpCredentials::Auth auth)
{
    switch (auth) {
    case SnmpCredentials::Auth::Sha1:
        return {usmHMACSHA1AuthProtocol, OID_LENGTH(usmHMACSHA1AuthProtocol)};
    case SnmpCredentials::Auth::Sha224:
        return {usmHMAC128SHA224AuthProtocol, OID_LENGTH(usmHMAC128SHA224AuthProtocol)};
    case SnmpCredentials::Auth::Sha256:
        return {usmHMAC192SHA256AuthProtocol, OID_LENGTH(usmHMAC192SHA256AuthProtocol)};
    case SnmpCredentials::Auth::Sha384:
        return {usmHMAC256SHA384AuthProtocol, OID_LENGTH(usmHMAC256SHA384AuthProtocol)};
    case SnmpCredentials::Auth::Sha512:
        return {usmHMAC384SHA512AuthProtocol, OID_LENGTH(usmHMAC384SHA512AuthProtocol)};
    case SnmpCredentials::Auth::None:
        break;
    }
    return {};
}

Protocol privacyOf(SnmpCredentials::Privacy privacy)
{
    switch (privacy) {
    case SnmpCredentials::Privacy::Aes128:
        return {usmAESPrivProtocol, OID_LENGTH(usmAESPrivProtocol)};
    case SnmpCredentials::Privacy::Aes192:
        return {usmAES192PrivProtocol, OID_LENGTH(usmAES192PrivProtocol)};
    case SnmpCredentials::Privacy::Aes256:
        return {usmAES256PrivProtocol, OID_LENGTH(usmAES256PrivProtocol)};
    case SnmpCredentials::Privacy::None:
        break;
    }
    return {};
}

bool makeKey(const Protocol &auth, const QByteArray &password, u_char *key, size_t &length)
{
    return generate_Ku(auth.name, u_int(auth.length), reinterpret_cast<const u_char *>(password.constData()),
                       size_t(password.size()), key, &length) == SNMPERR_SUCCESS;
}

/// Points into `credentials`, which must outlive the opening.
bool signIn(netsnmp_session &session, const SnmpCredentials &credentials)
{
    if (credentials.version == SnmpCredentials::Version::V2c) {
        session.version = SNMP_VERSION_2c;
        session.community = reinterpret_cast<u_char *>(const_cast<char *>(credentials.community.constData()));
        session.community_len = size_t(credentials.community.size());
        return !credentials.community.isEmpty();
    }
    session.version = SNMP_VERSION_3;
    session.flags |= SNMP_FLAGS_DONT_PROBE; // asking for the engine's name would wait for it: setEngine
    session.securityName = const_cast<char *>(credentials.user.constData());
    session.securityNameLen = size_t(credentials.user.size());
    session.securityLevel = SNMP_SEC_LEVEL_NOAUTH;
    if (credentials.user.isEmpty())
        return false;
    const Protocol auth = authOf(credentials.auth);
    if (!auth.name)
        return credentials.privacy == SnmpCredentials::Privacy::None;
    session.securityLevel = SNMP_SEC_LEVEL_AUTHNOPRIV;
    session.securityAuthProto = snmp_duplicate_objid(auth.name, auth.length);
    session.securityAuthProtoLen = auth.length;
    session.securityAuthKeyLen = sizeof session.securityAuthKey;
    if (!makeKey(auth, credentials.authPassword, session.securityAuthKey, session.securityAuthKeyLen))
        return false;
    const Protocol privacy = privacyOf(credentials.privacy);
    if (!privacy.name)
        return true;
    session.securityLevel = SNMP_SEC_LEVEL_AUTHPRIV;
    session.securityPrivProto = snmp_duplicate_objid(privacy.name, privacy.length);
    session.securityPrivProtoLen = privacy.length;
    session.securityPrivKeyLen = sizeof session.securityPrivKey;
    return makeKey(auth, credentials.privacyPassword, session.securityPrivKey, session.securityPrivKeyLen);
}

Oid oidOf(const oid *numbers, size_t count)
{
    Oid out;
    out.reserve(qsizetype(count));
    for (size_t i = 0; i < count; ++i)
        out.append(quint32(numbers[i]));
    return out;
}

SnmpValue valueOf(const variable_list &variable)
{
    SnmpValue value;
    value.oid = oidOf(variable.name, variable.name_length);
    switch (variable.type) {
    case ASN_INTEGER:
        value.type = SnmpValue::Type::Number;
        value.number = variable.val.integer ? quint64(*variable.val.integer) : 0;
        break;
    case ASN_COUNTER:
    case ASN_GAUGE: // and Unsigned32
    case ASN_TIMETICKS:
    case ASN_UINTEGER:
        value.type = SnmpValue::Type::Number;
        value.number = variable.val.integer ? quint32(*variable.val.integer) : 0;
        break;
    case ASN_COUNTER64:
        value.type = SnmpValue::Type::Number;
        if (variable.val.counter64)
            value.number =
                quint64(quint32(variable.val.counter64->high)) << 32U | quint32(variable.val.counter64->low);
        break;
    case ASN_OCTET_STR:
    case ASN_IPADDRESS:
    case ASN_BIT_STR:
    case ASN_OPAQUE:
        value.type = SnmpValue::Type::Octets;
        if (variable.val.string)
            value.octets = QByteArray(reinterpret_cast<const char *>(variable.val.string),
                                      std::min(qsizetype(variable.val_len), mostOctets));
        break;
    case ASN_OBJECT_ID:
        value.type = SnmpValue::Type::Object;
        if (variable.val.objid)
            value.object = oidOf(variable.val.objid, variable.val_len / sizeof(oid));
        break;
    default:
        break; // noSuchObject, noSuchInstance, endOfMibView, and whatever else says nothing
    }
    return value;
}

/// Whether the library asks once more after this report: the engine was not known yet, or its time (RFC 3414
/// §4).
bool isAskedAgain(const netsnmp_pdu &report)
{
    const int type = snmpv3_get_report_type(const_cast<netsnmp_pdu *>(&report)); // which it does not change
    return type == SNMPERR_NOT_IN_TIME_WINDOW || type == SNMPERR_UNKNOWN_ENG_ID;
}
} // namespace

struct SnmpLibrary::Part
{
    /// A question under way. A report does not say to which one it is where the agent could not decrypt it
    /// (RFC 3412 §7.1), but the library knows.
    struct Question
    {
        Part *part;
        int id = 0;
    };

    explicit Part(Listener listener) : listener(std::move(listener)) {}
    static int hear(int operation, netsnmp_session *session, int id, netsnmp_pdu *pdu, void *magic);

    Listener listener;
    void *handle = nullptr;
    std::unordered_map<int, std::unique_ptr<Question>> questions;
};

SnmpLibrary::SnmpLibrary(Listener listener) : m(std::make_unique<Part>(std::move(listener))) {}

core::Result<std::unique_ptr<SnmpLibrary>> SnmpLibrary::open(const SnmpPeer &peer,
                                                             const SnmpCredentials &credentials,
                                                             const SnmpLimits &limits, Listener listener)
{
    prepareLibrary();
    netsnmp_session session{};
    snmp_sess_init(&session);
    const bool isV4 = peer.address.family() == core::Address::Family::V4;
    QByteArray name = (isV4 ? QStringLiteral("udp:%1:%2") : QStringLiteral("udp6:[%1]:%2"))
                          .arg(peer.address.toString())
                          .arg(peer.port)
                          .toLatin1();
    session.peername = name.data();
    session.timeout = long(std::chrono::microseconds(limits.timeout).count());
    session.retries = limits.retries;
    std::unique_ptr<SnmpLibrary> library(new SnmpLibrary(std::move(listener)));
    const bool isUsable = signIn(session, credentials);
    if (isUsable)
        library->m->handle = snmp_sess_open(&session); // copies what it needs
    std::free(session.securityAuthProto);
    std::free(session.securityPrivProto);
    if (!isUsable)
        return core::Error{
            core::ErrorCode::Invalid,
            Words::tr("These SNMP credentials cannot be used. A community or a user is needed, "
                      "and passwords have at least 8 characters.")};
    if (!library->m->handle)
        return core::Error{
            core::ErrorCode::Unavailable,
            Words::tr("%1 cannot be asked by SNMP: %2.")
                .arg(peer.address.toString(), QString::fromLatin1(snmp_api_errstring(session.s_snmp_errno)))};
    return library;
}

SnmpLibrary::~SnmpLibrary()
{
    if (!m->handle)
        return;
    // The library keeps one user per engine and name for all sessions, with the keys of the first.
    const netsnmp_session *session = snmp_sess_session(m->handle);
    if (session->version == SNMP_VERSION_3 && session->securityName) {
        usmUser *user =
            usm_get_user(session->securityEngineID, session->securityEngineIDLen, session->securityName);
        if (user) {
            usm_remove_user(user); // gives the head of the list
            usm_free_user(user);
        }
    }
    snmp_sess_close(m->handle);
}

int SnmpLibrary::descriptor() const { return snmp_sess_transport(m->handle)->sock; }

bool SnmpLibrary::knowsEngine() const { return snmp_sess_session(m->handle)->securityEngineIDLen > 0; }

void SnmpLibrary::setEngine(const SnmpEngine &engine)
{
    netsnmp_session *session = snmp_sess_session(m->handle);
    const auto *name = reinterpret_cast<const u_char *>(engine.name.constData());
    const auto length = size_t(engine.name.size());
    std::free(session->securityEngineID);
    session->securityEngineID = static_cast<u_char *>(netsnmp_memdup(name, length));
    session->securityEngineIDLen = length;
    if (session->contextEngineIDLen == 0) {
        session->contextEngineID = static_cast<u_char *>(netsnmp_memdup(name, length));
        session->contextEngineIDLen = length;
    }
    set_enginetime(name, u_int(length), engine.boots, engine.time, 0);
    usm_create_user_from_session(session);
}

int SnmpLibrary::send(Kind kind, const QList<Oid> &oids, int repetitions)
{
    const int command = kind == Kind::Get       ? SNMP_MSG_GET
                        : kind == Kind::GetNext ? SNMP_MSG_GETNEXT
                                                : SNMP_MSG_GETBULK;
    netsnmp_pdu *pdu = snmp_pdu_create(command);
    if (kind == Kind::GetBulk) {
        pdu->non_repeaters = 0;
        pdu->max_repetitions = repetitions;
    }
    for (const Oid &each : oids) {
        std::array<oid, MAX_OID_LEN> name{};
        const qsizetype length = std::min<qsizetype>(each.size(), MAX_OID_LEN);
        std::copy_n(each.begin(), length, name.begin());
        snmp_add_null_var(pdu, name.data(), size_t(length));
    }
    auto question = std::make_unique<Part::Question>(Part::Question{m.get()});
    const int id = snmp_sess_async_send(m->handle, pdu, &Part::hear, question.get());
    if (id == 0) {
        snmp_free_pdu(pdu);
        return 0;
    }
    question->id = id;
    m->questions.insert_or_assign(id, std::move(question));
    return id;
}

void SnmpLibrary::read()
{
    netsnmp_large_fd_set set;
    netsnmp_large_fd_set_init(&set, FD_SETSIZE); // grows with the descriptor
    NETSNMP_LARGE_FD_ZERO(&set);
    NETSNMP_LARGE_FD_SET(descriptor(), &set);
    snmp_sess_read2(m->handle, &set);
    netsnmp_large_fd_set_cleanup(&set);
}

void SnmpLibrary::lookForLate() { snmp_sess_timeout(m->handle); }

int SnmpLibrary::Part::hear(int operation, netsnmp_session *, int told, netsnmp_pdu *pdu, void *magic)
{
    const auto *question = static_cast<const Question *>(magic);
    Part *self = question->part;
    Reply reply;
    switch (operation) {
    case NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE:
    case NETSNMP_CALLBACK_OP_SEC_ERROR:
        if (!pdu)
            return 1;
        reply.outcome = pdu->command == SNMP_MSG_REPORT ? Outcome::Reported : Outcome::Answered;
        if (pdu->command != SNMP_MSG_REPORT && pdu->command != SNMP_MSG_RESPONSE)
            return 0;
        if (told != question->id && isAskedAgain(*pdu))
            return 1;
        reply.error = int(pdu->errstat);
        for (const variable_list *each = pdu->variables; each; each = each->next_variable)
            reply.values.append(valueOf(*each));
        break;
    case NETSNMP_CALLBACK_OP_TIMED_OUT:
        break;
    case NETSNMP_CALLBACK_OP_SEND_FAILED:
    case NETSNMP_CALLBACK_OP_DISCONNECT:
        reply.outcome = Outcome::NotSent;
        break;
    default:
        return 1; // it is being sent again
    }
    const int id = question->id;
    // After a report the library may come back to the question.
    if (reply.outcome == Outcome::Answered)
        self->questions.erase(id);
    if (id != 0)
        self->listener(id, reply);
    return 1;
}

} // namespace network::sources
