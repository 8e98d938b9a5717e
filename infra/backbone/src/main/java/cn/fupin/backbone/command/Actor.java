package cn.fupin.backbone.command;

/** Who entered a command, in which role and for which region: on every event, beside the fact. */
public record Actor(String id, String role, String region) {
    public Actor {
        Check.text("Fupin-Actor", id, 100);
        Check.text("Fupin-Role", role, 50);
        Check.region("Fupin-Region", region);
    }
}
