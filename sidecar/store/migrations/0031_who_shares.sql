-- Every card asks which colleagues share whom they meet. Mostly nobody does, and that is not to be found out by reading everybody.

CREATE INDEX person_sharing ON companion.person (tenant_id, person_id) WHERE is_watched AND preferences -> 'share_counts' = 'true';
