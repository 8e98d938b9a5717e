package cn.fupin.backbone.command;

/** Who entered a command, in which role and for which region: on every event, beside the fact. */
public record Actor(String id, String role, String region) {
    public Actor {
        Check.actor("Fupin-Actor", id);
        Check.actor("Fupin-Role", role);
        Check.region("Fupin-Region", region);
    }
}
