"""What the tool says, in any language: texts that know how they were made, and voices that say them."""
