package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the door says: 200 with the events, or a problem (RFC 9457).
 *
 * @param replayed the same key had been answered before; nothing happened this time
 */
record Answer(int status, byte[] json, boolean replayed) {
    boolean isProblem() {
        return status >= 400;
    }

    Answer again() {
        return new Answer(status, json, true);
    }

    /** For the caller alone: what is kept of an answer was kept before. */
    Answer telling(JsonNode told) {
        var whole = (ObjectNode) EventJson.MAPPER.readTree(json);
        whole.set("told", told);
        return new Answer(status, EventJson.MAPPER.writeValueAsBytes(whole), replayed);
    }

    static Answer done(ObjectNode json) {
        return new Answer(200, EventJson.MAPPER.writeValueAsBytes(json), false);
    }

    static Answer refused(Refused refused) {
        var reason = refused.reason();
        var problem = problem(409, reason.urn(), reason.zh(), reason.en());
        problem.put("reason", reason.name());
        problem.put("retryable", reason.retryable());
        refused.facts().forEach((name, fact) -> problem.putPOJO(name, fact));
        return of(409, problem);
    }

    static Answer malformed(Malformed malformed) {
        var problem =
                problem(
                        400,
                        "urn:fupin:problem:malformed",
                        "请求有误:" + about(malformed.field(), malformed.zh()),
                        about(malformed.field(), malformed.en()));
        problem.put("field", malformed.field());
        problem.put("rule", malformed.rule());
        return of(400, problem);
    }

    /** The body as a whole has no name. */
    private static String about(String field, String text) {
        return field.isEmpty() ? text : field + " " + text;
    }

    static Answer denied(Denied denied) {
        var problem =
                problem(
                        403,
                        "urn:fupin:problem:denied",
                        denied.region() == null ? "该角色无此权限，此次尝试已记录" : "不在您的辖区内，此次尝试已记录",
                        denied.region() == null
                                ? "The role does not have this permission; the attempt was"
                                        + " recorded."
                                : "It lies outside of your region; the attempt was recorded.");
        problem.put("permission", denied.permission());
        return of(403, problem);
    }

    static Answer unknownId(UnknownId unknown) {
        var said = unknown.id() != null;
        var problem =
                problem(
                        404,
                        "urn:fupin:problem:unknown-id",
                        said ? "没有这个编号" : "没有与此相符的登记",
                        said ? "There is no such id." : "Nothing is registered under it.");
        problem.put("field", unknown.field());
        if (said) problem.put("id", unknown.id());
        return of(404, problem);
    }

    /** What is no request, or none that the web server takes. */
    static Answer byServer(int status) {
        return status < 500
                ? of(
                        status,
                        problem(
                                status,
                                "urn:fupin:problem:not-a-request",
                                "请求不合规范（请求行、地址、方法或请求头），未作任何改变",
                                "The request line, address, method or headers are not such as are"
                                        + " taken; nothing was changed."))
                : of(
                        status,
                        problem(
                                status,
                                "urn:fupin:problem:not-served",
                                "服务器未能受理该请求",
                                "The server could not take the request."));
    }

    static Answer noSuchPath() {
        return of(
                404,
                problem(
                        404,
                        "urn:fupin:problem:no-such-path",
                        "没有这个路径，或不能用此方法请求；GET /commands 列出全部命令",
                        "There is no such path, or not by this method; GET /commands lists every"
                                + " command."));
    }

    static Answer keyReused() {
        return of(
                422,
                problem(
                        422,
                        "urn:fupin:problem:key-reused",
                        "同一 Idempotency-Key 曾用于另一内容",
                        "This Idempotency-Key was used with another body."));
    }

    static Answer fault(String incident) {
        var problem =
                problem(
                        500,
                        "urn:fupin:problem:fault",
                        "系统故障,未作任何改变,可用同一键重试",
                        "A fault; nothing was changed, retry with the same key.");
        problem.put("incident", incident);
        problem.put("retryable", true);
        return of(500, problem);
    }

    static Answer busy() {
        var problem =
                problem(
                        503,
                        "urn:fupin:problem:busy",
                        "系统繁忙,请用同一键重试",
                        "Busy; retry with the same key.");
        problem.put("retryable", true);
        return of(503, problem);
    }

    /** Not a word about this command: the store may not take anything. */
    static Answer closed(String why) {
        var problem =
                problem(503, "urn:fupin:problem:store-behind-topic", "本库落后于已发布的事件,暂不接受命令", why);
        problem.put("retryable", true);
        return of(503, problem);
    }

    private static Answer of(int status, ObjectNode problem) {
        return new Answer(status, EventJson.MAPPER.writeValueAsBytes(problem), false);
    }

    private static ObjectNode problem(int status, String type, String zh, String en) {
        return EventJson.MAPPER
                .createObjectNode()
                .put("type", type)
                .put("title", zh)
                .put("detail", en)
                .put("status", status);
    }
}
