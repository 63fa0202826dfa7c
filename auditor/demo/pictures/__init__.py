"""The drawings the shop's pictures are made from."""
